import { CONTROL_PLANE_TAINT } from '../../../../lib/cluster/model/machine';
import { PLAIN_BOOTSTRAP } from '../../../../lib/kubeadm/model/bootstrap';
import type { ControlPlaneFeatures } from '../../../../lib/kubeadm/model/control-plane-features';
import { bootstrapRows } from '../../../support/bootstrap-rows';
import { GATES, kubeadmRows, NAMING, WRITTEN_GATES } from '../../../support/kubeadm-rows';
import { KUBELET_ROWS } from '../../../support/kubelet-rows';
import { controlPlaneModel } from '../../../support/models';
import type { AssembledControlPlane, AssembledMachine } from '../../../support/openstack-cluster';
import {
  byCore,
  everywhere,
  type Landing,
  type PropRow,
  testProps,
} from '../../../support/rendering';

type Own = Exclude<
  keyof AssembledControlPlane,
  keyof AssembledMachine | keyof ControlPlaneFeatures | 'path'
>;
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

const CONFIG = ['spec', 'kubeadmConfigSpec'];
const CLUSTER = [...CONFIG, 'clusterConfiguration'];
const TAINT = { key: 'dedicated', value: 'etcd', effect: 'NoSchedule' } as const;
const HEALTH_CHECK = {
  nodeStartupTimeoutSeconds: 600,
  unhealthyConditions: [{ type: 'Ready', status: 'False', timeoutSeconds: 90 }],
  maxUnhealthy: '1',
} as const;

const ROWS: Readonly<Record<Own | Shared, readonly PropRow[]>> = {
  replicas: [controlPlane({ replicas: 1 }, everywhere('spec.replicas', 1))],
  failureDomains: [
    {
      ...controlPlane(
        { failureDomains: ['az1', 'az2'] },
        everywhere('spec.controlPlaneAvailabilityZones', ['az1', 'az2']),
      ),
      key: 'infrastructure',
    },
  ],
  omitAvailabilityZone: [
    {
      ...controlPlane(
        { omitAvailabilityZone: true },
        everywhere('spec.controlPlaneOmitAvailabilityZone', true),
      ),
      key: 'infrastructure',
    },
  ],
  apiServerExtraArgs: [
    controlPlane(
      { apiServerExtraArgs: { v: '4', 'audit-log-path': '-' } },
      args([...CLUSTER, 'apiServer'], { 'audit-log-path': '-', v: '4' }),
    ),
  ],
  controllerManagerExtraArgs: [
    controlPlane(
      { controllerManagerExtraArgs: { v: '4', 'allocate-node-cidrs': 'false' } },
      args([...CLUSTER, 'controllerManager'], {
        'allocate-node-cidrs': 'false',
        'cloud-provider': 'external',
        v: '4',
      }),
    ),
  ],
  schedulerExtraArgs: [
    controlPlane({ schedulerExtraArgs: { v: '4' } }, args([...CLUSTER, 'scheduler'], { v: '4' })),
  ],
  certSANs: [
    controlPlane({ certSANs: ['api.example'] }, () => [
      [...CLUSTER, 'apiServer', 'certSANs'],
      ['api.example'],
    ]),
  ],
  schedulable: [
    controlPlane({ schedulable: true }, () => [
      [...CONFIG, 'initConfiguration', 'nodeRegistration', 'taints'],
      [],
    ]),
    controlPlane({ schedulable: true }, () => [
      [...CONFIG, 'joinConfiguration', 'nodeRegistration', 'taints'],
      [],
    ]),
  ],
  taints: ['initConfiguration', 'joinConfiguration'].flatMap((phase) => [
    controlPlane({ taints: [TAINT] }, () => [
      [...CONFIG, phase, 'nodeRegistration', 'taints'],
      [TAINT, CONTROL_PLANE_TAINT],
    ]),
    controlPlane({ taints: [TAINT], schedulable: true }, () => [
      [...CONFIG, phase, 'nodeRegistration', 'taints'],
      [TAINT],
    ]),
  ]),
  propagateTaints: [
    {
      ...controlPlane({ taints: [TAINT], propagateTaints: true, schedulable: true }, () => [
        [...CONFIG, 'joinConfiguration', 'nodeRegistration', 'taints'],
        [],
      ]),
      only: ({ core }) => core === 'v1beta2',
    },
    {
      ...controlPlane({ taints: [TAINT], propagateTaints: true }, () => [
        ['spec', 'machineTemplate', 'spec', 'taints'],
        [{ ...TAINT, propagation: 'Always' }],
      ]),
      only: ({ core }) => core === 'v1beta2',
    },
  ],
  kubeadm: [
    ...kubeadmRows(controlPlane, CONFIG, ['initConfiguration', 'joinConfiguration']),
    controlPlane({ kubeadm: { skipInitPhases: ['show-join-command'] } }, () => [
      [...CONFIG, 'initConfiguration', 'skipPhases'],
      ['show-join-command'],
    ]),
    {
      ...controlPlane({ kubeadm: { timeouts: { controlPlaneComponentHealthCheck: 60 } } }, () => [
        [...CLUSTER, 'apiServer', 'timeoutForControlPlane'],
        '1m0s',
      ]),
      only: ({ core }) => core === 'v1beta1',
    },
  ],
  readinessGates: [
    controlPlane(
      { readinessGates: GATES },
      byCore(
        [['spec', 'machineTemplate', 'readinessGates'], WRITTEN_GATES],
        [['spec', 'machineTemplate', 'spec', 'readinessGates'], WRITTEN_GATES],
      ),
    ),
  ],
  machineNaming: [
    controlPlane(
      { machineNaming: NAMING },
      byCore([['spec', 'machineNamingStrategy'], NAMING], [['spec', 'machineNaming'], NAMING]),
    ),
  ],
  rollout: [
    controlPlane(
      { rollout: { maxSurge: 0 } },
      rollout('strategy', { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0 } }),
    ),
    controlPlane(
      { rollout: { after: '2026-01-01T00:00:00Z' } },
      rollout('after', '2026-01-01T00:00:00Z'),
    ),
    controlPlane(
      { rollout: { certificatesExpiryDays: 14 } },
      rollout('before', { certificatesExpiryDays: 14 }),
    ),
  ],
  remediation: [
    controlPlane(
      { remediation: { maxRetry: 5, retryPeriodSeconds: 120, minHealthyPeriodSeconds: 7_261 } },
      byCore(
        [
          ['spec', 'remediationStrategy'],
          { maxRetry: 5, retryPeriod: '2m0s', minHealthyPeriod: '2h1m1s' },
        ],
        [
          ['spec', 'remediation'],
          { maxRetry: 5, retryPeriodSeconds: 120, minHealthyPeriodSeconds: 7_261 },
        ],
      ),
    ),
  ],
  labels: [
    controlPlane(
      { labels: { tier: 'gold' } },
      everywhere('spec.machineTemplate.metadata.labels', { tier: 'gold' }),
    ),
    ...['initConfiguration', 'joinConfiguration'].map((phase) =>
      controlPlane(
        { labels: { tier: 'gold', 'node.cluster.x-k8s.io/a': 'b', area: '1' } },
        kubeletArgs(phase, { 'node-labels': 'area=1,tier=gold' }),
      ),
    ),
  ],
  annotations: [
    controlPlane(
      { annotations: { owner: 'us' } },
      everywhere('spec.machineTemplate.metadata.annotations', { owner: 'us' }),
    ),
  ],
  kubelet: Object.values(KUBELET_ROWS).flatMap(([kubelet, told]) =>
    ['initConfiguration', 'joinConfiguration'].map((phase) =>
      controlPlane({ kubelet }, kubeletArgs(phase, told)),
    ),
  ),
  kubeletExtraArgs: ['initConfiguration', 'joinConfiguration'].map((phase) =>
    controlPlane({ kubeletExtraArgs: { v: '4' } }, kubeletArgs(phase, { v: '4' })),
  ),
  bootstrap: bootstrapRows(
    (bootstrap, lands) => controlPlane({ bootstrap: { ...PLAIN_BOOTSTRAP, ...bootstrap } }, lands),
    'spec.kubeadmConfigSpec',
  ),
  drain: [
    controlPlane(
      { drain: { nodeDrainTimeoutSeconds: 0 } },
      drain('nodeDrainTimeout', '0s', 'nodeDrainTimeoutSeconds', 0),
    ),
    controlPlane(
      { drain: { nodeVolumeDetachTimeoutSeconds: 300 } },
      drain('nodeVolumeDetachTimeout', '5m0s', 'nodeVolumeDetachTimeoutSeconds', 300),
    ),
    controlPlane(
      { drain: { nodeDeletionTimeoutSeconds: 30 } },
      drain('nodeDeletionTimeout', '30s', 'nodeDeletionTimeoutSeconds', 30),
    ),
  ],
  healthCheck: [
    healthCheck(() => [['metadata', 'name'], 'demo-control-plane']),
    healthCheck(() => [
      ['spec', 'selector', 'matchLabels'],
      { 'cluster.x-k8s.io/control-plane': '' },
    ]),
    healthCheck(
      byCore(
        [['spec', 'nodeStartupTimeout'], '10m0s'],
        [['spec', 'checks', 'nodeStartupTimeoutSeconds'], 600],
      ),
    ),
    healthCheck(
      byCore(
        [['spec', 'unhealthyConditions'], [{ type: 'Ready', status: 'False', timeout: '1m30s' }]],
        [
          ['spec', 'checks', 'unhealthyNodeConditions'],
          [{ type: 'Ready', status: 'False', timeoutSeconds: 90 }],
        ],
      ),
    ),
    healthCheck(
      byCore(
        [['spec', 'maxUnhealthy'], 1],
        [['spec', 'remediation', 'triggerIf', 'unhealthyLessThanOrEqualTo'], 1],
      ),
    ),
  ],
};

describe('a rendered control plane', () => {
  testProps(ROWS);
});

function controlPlane(part: Partial<AssembledControlPlane>, lands: PropRow['lands']): PropRow {
  return { model: { controlPlane: controlPlaneModel(part) }, key: 'controlPlane', lands };
}

function healthCheck(lands: PropRow['lands']): PropRow {
  return {
    ...controlPlane({ healthCheck: HEALTH_CHECK }, lands),
    key: 'controlPlaneHealthCheck',
  };
}

function kubeletArgs(phase: string, told: Readonly<Record<string, string>>): PropRow['lands'] {
  const derived = {
    'cloud-provider': 'external',
    'provider-id': "openstack:///'{{ instance_id }}'",
  };
  return args([...CONFIG, phase, 'nodeRegistration'], { ...derived, ...told }, 'kubeletExtraArgs');
}

function args(
  place: readonly string[],
  map: Readonly<Record<string, string>>,
  field = 'extraArgs',
): PropRow['lands'] {
  const sorted = Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
  const list = sorted.map(([name, value]) => ({ name, value }));
  return byCore([[...place, field], map], [[...place, field], list]);
}

function rollout(field: string, value: unknown): PropRow['lands'] {
  const old = `rollout${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  return byCore([['spec', old], value], [['spec', 'rollout', field], value]);
}

function drain(
  oldField: string,
  duration: string,
  field: string,
  seconds: number,
): PropRow['lands'] {
  const place = ['spec', 'machineTemplate'];
  const landing: Landing = [[...place, 'spec', 'deletion', field], seconds];
  return byCore([[...place, oldField], duration], landing);
}
