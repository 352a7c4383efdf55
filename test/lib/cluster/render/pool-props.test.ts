import type { AutoscaleModel } from '../../../../lib/cluster/model/autoscale';
import { PLAIN_BOOTSTRAP } from '../../../../lib/kubeadm/model/bootstrap';
import { KubeadmPatch } from '../../../../lib/kubeadm/model/kubeadm-patch';
import { bootstrapRows } from '../../../support/bootstrap-rows';
import { GATES, kubeadmRows, NAMING, WRITTEN_GATES } from '../../../support/kubeadm-rows';
import { KUBELET_ROWS } from '../../../support/kubelet-rows';
import { poolModel } from '../../../support/models';
import type { AssembledMachine, AssembledPool } from '../../../support/openstack-cluster';
import {
  byCore,
  everywhere,
  type Landing,
  type PropRow,
  testProps,
} from '../../../support/rendering';

/** Own fields of a pool; `preemptible` is for rules, what it means is in other fields already. */
type Own = Exclude<keyof AssembledPool, keyof AssembledMachine | 'path' | 'name' | 'preemptible'>;
type Shared =
  | 'labels'
  | 'annotations'
  | 'kubelet'
  | 'kubeletExtraArgs'
  | 'bootstrap'
  | 'kubeadm'
  | 'readinessGates'
  | 'machineNaming'
  | 'drain'
  | 'healthCheck';

const DEPLOYMENT = 'pool/workers/machineDeployment';
const BOOTSTRAP = 'pool/workers/bootstrapTemplate';
const ANNOTATIONS = ['metadata', 'annotations'];
const CAPACITY = 'capacity.cluster-autoscaler.kubernetes.io';
const MACHINE = ['spec', 'template', 'spec'];
const REGISTRATION = [...MACHINE, 'joinConfiguration', 'nodeRegistration'];
const AUTOSCALE = { autoscale: { minSize: 0, maxSize: 5 } };
const TAINT = { key: 'gpu', value: 'yes', effect: 'NoSchedule' } as const;
const GPU = { type: 'nvidia.com/gpu', accelerator: 'a100', tainted: true };
const PATCHES = [KubeadmPatch.merge('kubeletconfiguration', { serializeImagePulls: false }).model];
const HEALTH_CHECK = {
  nodeStartupTimeoutSeconds: 0,
  unhealthyConditions: [{ type: 'Ready', status: 'Unknown', timeoutSeconds: 300 }],
  maxUnhealthy: '40%',
} as const;

/** Annotations of settings; the rank of a pool is delivered by the autoscaler's addon. */
const AUTOSCALING_OPTIONS: Readonly<
  Record<
    Exclude<keyof AutoscaleModel, 'minSize' | 'maxSize' | 'priority'>,
    readonly [Partial<AutoscaleModel>, string, string]
  >
> = {
  scaleDownUtilizationThreshold: [
    { scaleDownUtilizationThreshold: 0 },
    'scaledownutilizationthreshold',
    '0',
  ],
  scaleDownGpuUtilizationThreshold: [
    { scaleDownGpuUtilizationThreshold: 0.5 },
    'scaledowngpuutilizationthreshold',
    '0.5',
  ],
  scaleDownUnneededSeconds: [{ scaleDownUnneededSeconds: 300 }, 'scaledownunneededtime', '5m0s'],
  scaleDownUnreadySeconds: [{ scaleDownUnreadySeconds: 0 }, 'scaledownunreadytime', '0s'],
  maxNodeProvisionSeconds: [{ maxNodeProvisionSeconds: 900 }, 'maxnodeprovisiontime', '15m0s'],
  maxNodeStartupSeconds: [{ maxNodeStartupSeconds: 1200 }, 'maxnodestartuptime', '20m0s'],
};

const ROWS: Readonly<Record<Own | Shared, readonly PropRow[]>> = {
  deploymentName: [
    pool({ deploymentName: 'demo-other' }, everywhere('metadata.name', 'demo-other')),
    pool({ deploymentName: 'demo-other' }, () => [
      ['spec', 'selector', 'matchLabels', 'cluster.x-k8s.io/deployment-name'],
      'demo-other',
    ]),
  ],
  kubernetesVersion: [
    pool({ kubernetesVersion: '1.31.9' }, everywhere('spec.template.spec.version', 'v1.31.9')),
  ],
  replicas: [pool({ replicas: 0 }, everywhere('spec.replicas', 0))],
  autoscale: [
    pool(AUTOSCALE, everywhere('spec.replicas', undefined)),
    annotated(AUTOSCALE, 'cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size', '0'),
    annotated(AUTOSCALE, 'cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size', '5'),
    ...Object.values(AUTOSCALING_OPTIONS).map(([settings, name, value]) =>
      annotated(
        { autoscale: { ...AUTOSCALE.autoscale, ...settings } },
        `cluster.x-k8s.io/autoscaling-options-${name}`,
        value,
      ),
    ),
  ],
  failureDomain: [
    pool({ failureDomain: 'nova' }, everywhere('spec.template.spec.failureDomain', 'nova')),
    annotated(
      { ...AUTOSCALE, failureDomain: 'nova' },
      `${CAPACITY}/labels`,
      'topology.kubernetes.io/zone=nova',
    ),
  ],
  failureDomains: [
    zoned('machineDeployment', 'spec.template.spec.failureDomain', 'az2'),
    zoned('machineDeployment', 'metadata.name', 'demo-workers-az2'),
    zoned('machineDeployment', 'spec.replicas', 1),
    zoned('healthCheck', 'metadata.name', 'demo-workers-az2'),
    zoned('healthCheck', 'spec.selector.matchLabels', {
      'cluster.x-k8s.io/cluster-name': 'demo',
      'cluster.x-k8s.io/deployment-name': 'demo-workers-az2',
    }),
    {
      ...annotated(
        { autoscale: { minSize: 0, maxSize: 5 }, failureDomains: ['az1', 'az2'] },
        `${CAPACITY}/labels`,
        'topology.kubernetes.io/zone=az2',
      ),
      key: `${DEPLOYMENT}/az2`,
    },
  ],
  nodeLabels: [
    pool({ nodeLabels: { 'node-role.kubernetes.io/gpu': '', tier: 'a' } }, () => [
      ['spec', 'template', 'metadata', 'labels'],
      {
        'cluster.x-k8s.io/cluster-name': 'demo',
        'cluster.x-k8s.io/deployment-name': 'demo-workers',
        'node-role.kubernetes.io/gpu': '',
      },
    ]),
    kubelet(
      { nodeLabels: { z: '1', 'node-role.kubernetes.io/gpu': '', b: '2' } },
      {
        'node-labels': 'b=2,z=1',
      },
    ),
    annotated(
      { ...AUTOSCALE, nodeLabels: { tier: 'a', 'node-role.kubernetes.io/gpu': '' } },
      `${CAPACITY}/labels`,
      'node-role.kubernetes.io/gpu=,tier=a',
    ),
  ],
  taints: [
    bootstrap({ taints: [TAINT, { key: 'a', effect: 'NoExecute' }] }, () => [
      [...REGISTRATION, 'taints'],
      [{ key: 'a', effect: 'NoExecute' }, TAINT],
    ]),
    annotated(
      { ...AUTOSCALE, taints: [TAINT, { key: 'a', effect: 'NoExecute' }] },
      `${CAPACITY}/taints`,
      'a=:NoExecute,gpu=yes:NoSchedule',
    ),
  ],
  propagateTaints: [
    {
      ...pool({ taints: [TAINT], propagateTaints: true }, () => [
        [...MACHINE, 'taints'],
        [{ ...TAINT, propagation: 'Always' }],
      ]),
      only: ({ core }) => core === 'v1beta2',
    },
  ],
  os: [
    bootstrap({ os: 'windows' }, () => [
      [...REGISTRATION, 'criSocket'],
      'npipe:////./pipe/containerd-containerd',
    ]),
    bootstrap({ os: 'windows' }, () => [
      [...REGISTRATION, 'name'],
      '{{ v1.local_hostname.split(".")[0] }}',
    ]),
    bootstrap(
      { os: 'windows' },
      byCore(
        [[...REGISTRATION, 'kubeletExtraArgs', 'provider-id'], 'openstack:///{{ v1.instance_id }}'],
        [[...REGISTRATION, 'kubeletExtraArgs', 1, 'value'], 'openstack:///{{ v1.instance_id }}'],
      ),
    ),
    pool(
      { os: 'windows' },
      byCore(
        [['spec', 'machineNamingStrategy', 'template'], 'workers-{{ .random }}'],
        [['spec', 'machineNaming', 'template'], 'workers-{{ .random }}'],
      ),
    ),
    annotated({ ...AUTOSCALE, os: 'windows' }, `${CAPACITY}/labels`, 'kubernetes.io/os=windows'),
    annotated(
      { ...AUTOSCALE, os: 'windows', nodeLabels: { 'kubernetes.io/os': 'linux' } },
      `${CAPACITY}/labels`,
      'kubernetes.io/os=windows',
    ),
  ],
  gpu: [
    annotated(
      { ...AUTOSCALE, gpu: { ...GPU, count: 2 } },
      `${CAPACITY}/gpu-type`,
      'nvidia.com/gpu',
    ),
    annotated({ ...AUTOSCALE, gpu: { ...GPU, count: 2 } }, `${CAPACITY}/gpu-count`, '2'),
    annotated({ ...AUTOSCALE, gpu: GPU, size: 'g1.gpu' }, `${CAPACITY}/gpu-count`, '1'),
  ],
  capacity: [
    annotated({ ...AUTOSCALE, capacity: { cpu: '3' } }, `${CAPACITY}/cpu`, '3'),
    annotated({ ...AUTOSCALE, capacity: { memory: '7Gi' } }, `${CAPACITY}/memory`, '7Gi'),
    annotated(
      { ...AUTOSCALE, capacity: { ephemeralDisk: '9Gi' } },
      `${CAPACITY}/ephemeral-disk`,
      '9Gi',
    ),
    annotated({ ...AUTOSCALE, capacity: { maxPods: 50 } }, `${CAPACITY}/maxPods`, '50'),
    kubelet({ capacity: { maxPods: 50 } }, { 'max-pods': '50' }),
    annotated(
      { ...AUTOSCALE, capacity: { gpuType: 'amd.com/gpu', gpuCount: 2 } },
      `${CAPACITY}/gpu-count`,
      '2',
    ),
    annotated(
      { ...AUTOSCALE, capacity: { gpuType: 'amd.com/gpu', gpuCount: 2 } },
      `${CAPACITY}/gpu-type`,
      'amd.com/gpu',
    ),
  ],
  patches: [
    bootstrap({ patches: PATCHES }, () => [
      [...MACHINE, 'files'],
      [
        {
          path: '/etc/kubernetes/patches/kubeletconfiguration00+merge.yaml',
          owner: 'root:root',
          permissions: '0600',
          content: 'serializeImagePulls: false\n',
        },
      ],
    ]),
    bootstrap({ patches: PATCHES }, () => [
      [...MACHINE, 'joinConfiguration', 'patches'],
      { directory: '/etc/kubernetes/patches' },
    ]),
  ],
  deploymentAnnotations: [annotated({ deploymentAnnotations: { owner: 'us' } }, 'owner', 'us')],
  rollout: [
    pool(
      { rollout: { maxSurge: '2', maxUnavailable: '25%' } },
      strategy({ maxSurge: 2, maxUnavailable: '25%' }),
    ),
    pool(
      { rollout: { after: '2026-01-01T00:00:00Z' } },
      byCore(
        [['spec', 'rolloutAfter'], '2026-01-01T00:00:00Z'],
        [['spec', 'rollout', 'after'], '2026-01-01T00:00:00Z'],
      ),
    ),
  ],
  deletionOrder: [
    pool(
      { deletionOrder: 'Oldest' },
      byCore(
        [['spec', 'strategy', 'rollingUpdate', 'deletePolicy'], 'Oldest'],
        [['spec', 'deletion', 'order'], 'Oldest'],
      ),
    ),
  ],
  remediation: [
    pool(
      { remediation: { maxInFlight: '20%' } },
      byCore(
        [['spec', 'strategy', 'remediation', 'maxInFlight'], '20%'],
        [['spec', 'remediation', 'maxInFlight'], '20%'],
      ),
    ),
  ],
  paused: [pool({ paused: true }, everywhere('spec.paused', true))],
  kubeadm: kubeadmRows(bootstrap, MACHINE, ['joinConfiguration']),
  readinessGates: [
    pool({ readinessGates: GATES }, everywhere('spec.template.spec.readinessGates', WRITTEN_GATES)),
  ],
  machineNaming: [
    pool(
      { machineNaming: NAMING },
      byCore([['spec', 'machineNamingStrategy'], NAMING], [['spec', 'machineNaming'], NAMING]),
    ),
  ],
  minReadySeconds: [
    pool(
      { minReadySeconds: 30 },
      byCore([['spec', 'minReadySeconds'], 30], [[...MACHINE, 'minReadySeconds'], 30]),
    ),
  ],
  labels: [
    pool({ labels: { tier: 'gold' } }, everywhere('spec.template.metadata.labels.tier', 'gold')),
  ],
  annotations: [
    pool(
      { annotations: { owner: 'us' } },
      everywhere('spec.template.metadata.annotations', { owner: 'us' }),
    ),
  ],
  kubelet: [
    ...Object.values(KUBELET_ROWS).map(([settings, told]) => kubelet({ kubelet: settings }, told)),
    annotated({ ...AUTOSCALE, kubelet: { maxPods: 60 } }, `${CAPACITY}/maxPods`, '60'),
    annotated(
      { ...AUTOSCALE, kubelet: { kubeReserved: { cpu: '1' } } },
      `${CAPACITY}/cpu`,
      '3000m',
    ),
    annotated(
      { ...AUTOSCALE, kubelet: { evictionHard: { 'memory.available': '1Gi' } } },
      `${CAPACITY}/memory`,
      '6876Mi',
    ),
    annotated(
      { ...AUTOSCALE, kubelet: { systemReserved: { ephemeralStorage: '5Gi' } } },
      `${CAPACITY}/ephemeral-disk`,
      '20992Mi',
    ),
  ],
  kubeletExtraArgs: [kubelet({ kubeletExtraArgs: { v: '4' } }, { v: '4' })],
  bootstrap: bootstrapRows(
    (fields, lands) => bootstrap({ bootstrap: { ...PLAIN_BOOTSTRAP, ...fields } }, lands),
    'spec.template.spec',
  ),
  drain: [
    pool(
      { drain: { nodeDrainTimeoutSeconds: 600 } },
      drain('nodeDrainTimeout', '10m0s', 'nodeDrainTimeoutSeconds', 600),
    ),
    pool(
      { drain: { nodeVolumeDetachTimeoutSeconds: 0 } },
      drain('nodeVolumeDetachTimeout', '0s', 'nodeVolumeDetachTimeoutSeconds', 0),
    ),
    pool(
      { drain: { nodeDeletionTimeoutSeconds: 10 } },
      drain('nodeDeletionTimeout', '10s', 'nodeDeletionTimeoutSeconds', 10),
    ),
  ],
  healthCheck: [
    healthCheck(
      byCore(
        [['spec', 'nodeStartupTimeout'], '0s'],
        [['spec', 'checks', 'nodeStartupTimeoutSeconds'], 0],
      ),
    ),
    healthCheck(
      byCore(
        [['spec', 'maxUnhealthy'], '40%'],
        [['spec', 'remediation', 'triggerIf', 'unhealthyLessThanOrEqualTo'], '40%'],
      ),
    ),
    healthCheck(() => [
      ['spec', 'selector', 'matchLabels'],
      {
        'cluster.x-k8s.io/cluster-name': 'demo',
        'cluster.x-k8s.io/deployment-name': 'demo-workers',
      },
    ]),
  ],
};

describe('a rendered node pool', () => {
  testProps(ROWS);
});

function pool(part: Partial<AssembledPool>, lands: PropRow['lands']): PropRow {
  return { model: { pools: [poolModel(part)] }, key: DEPLOYMENT, lands };
}

function bootstrap(part: Partial<AssembledPool>, lands: PropRow['lands']): PropRow {
  return { ...pool(part, lands), key: BOOTSTRAP };
}

function healthCheck(lands: PropRow['lands']): PropRow {
  return { ...pool({ healthCheck: HEALTH_CHECK }, lands), key: 'pool/workers/healthCheck' };
}

function zoned(object: string, place: string, value: unknown): PropRow {
  return {
    ...pool(
      { replicas: 3, failureDomains: ['az1', 'az2'], healthCheck: HEALTH_CHECK },
      everywhere(place, value),
    ),
    key: `pool/workers/${object}/az2`,
  };
}

function annotated(part: Partial<AssembledPool>, annotation: string, value: string): PropRow {
  return pool(part, () => [[...ANNOTATIONS, annotation], value]);
}

function kubelet(part: Partial<AssembledPool>, extra: Readonly<Record<string, string>>): PropRow {
  const all = {
    'cloud-provider': 'external',
    'provider-id': "openstack:///'{{ instance_id }}'",
    ...extra,
  };
  const sorted = Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
  return bootstrap(
    part,
    byCore(
      [[...REGISTRATION, 'kubeletExtraArgs'], all],
      [[...REGISTRATION, 'kubeletExtraArgs'], sorted.map(([name, value]) => ({ name, value }))],
    ),
  );
}

function strategy(rollingUpdate: object): PropRow['lands'] {
  const value = { type: 'RollingUpdate', rollingUpdate };
  return byCore([['spec', 'strategy'], value], [['spec', 'rollout', 'strategy'], value]);
}

function drain(
  oldField: string,
  duration: string,
  field: string,
  seconds: number,
): PropRow['lands'] {
  const landing: Landing = [[...MACHINE, 'deletion', field], seconds];
  return byCore([[...MACHINE, oldField], duration], landing);
}
