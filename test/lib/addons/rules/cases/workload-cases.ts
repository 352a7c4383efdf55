import { Cni } from '../../../../../lib/addons/model/cni';
import type { Manifest } from '../../../../../lib/base/manifest';
import { Gpu } from '../../../../../lib/cluster/model/gpu';
import { WINDOWS_TAINT } from '../../../../../lib/cluster/model/windows';
import { addonModel, clusterModel, controlPlaneModel, poolModel } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import type { RuleCase } from '../../../assembly/rule-case';

const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';
const OFF_CONTROL_PLANE = { nodeSelector: { tier: '1' } };
const GPU_TAINT = { key: 'gpu', value: 'yes', effect: 'NoSchedule' } as const;
const ON_CONTROL_PLANE = `control-plane has the taint ${CONTROL_PLANE}:NoSchedule`;
const ZONE = 'topology.kubernetes.io/zone';
const VXLAN = { cni: Cni.calico({ encapsulation: 'vxlan' }).model };
const WINDOWS_POOL = poolModel({
  name: 'win',
  os: 'windows',
  image: { filter: { name: 'windows-2022' } },
  taints: [WINDOWS_TAINT],
});
const SAYS = 'mothership/demo/hello: manifest is "Deployment default/web"';
const CAN = 'allowed: pods that a node of the cluster can run';

/** Examples of rules on the pods of addons. */
export const WORKLOAD_CASES: readonly RuleCase[] = [
  {
    rule: 'addon-pods',
    broken: running({}, { pools: [poolModel({ taints: [GPU_TAINT] })] }),
    sound: running(
      { tolerations: [{ key: 'gpu', value: 'yes' }] },
      { pools: [poolModel({ taints: [GPU_TAINT, { key: 'a', effect: 'PreferNoSchedule' }] })] },
    ),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE}; workers has the taint gpu=yes:NoSchedule
  fix: add a toleration for gpu=yes:NoSchedule, or a pool without the taint`,
  },
  {
    rule: 'addon-pods',
    broken: running(
      {
        tolerations: [
          { key: 'gpu', value: 'no', effect: 'NoSchedule' },
          { key: 'gpu', operator: 'Exists', effect: 'NoExecute' },
          { operator: 'Exists', effect: 'NoExecute' },
        ],
      },
      { pools: [poolModel({ taints: [GPU_TAINT] })] },
    ),
    sound: running(
      { tolerations: [{ operator: 'Exists' }] },
      { pools: [poolModel({ taints: [GPU_TAINT] })] },
    ),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE}; workers has the taint gpu=yes:NoSchedule
  fix: add a toleration for gpu=yes:NoSchedule, or a pool without the taint`,
  },
  {
    rule: 'addon-pods',
    broken: running(
      { nodeSelector: { 'kubernetes.io/os': 'linux' } },
      { ...VXLAN, pools: [poolModel({ taints: [GPU_TAINT] }), WINDOWS_POOL] },
    ),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE}; workers has the taint gpu=yes:NoSchedule; win has the taint os=windows:NoSchedule and is not selected by kubernetes.io/os=linux
  fix: add a toleration for gpu=yes:NoSchedule, or a pool without the taint`,
  },
  {
    rule: 'addon-pods',
    broken: running(
      { nodeSelector: { disk: 'ssd' } },
      { pools: [poolModel({ taints: [GPU_TAINT] })] },
    ),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE} and is not selected by disk=ssd; workers has the taint gpu=yes:NoSchedule and is not selected by disk=ssd
  fix: add a toleration for gpu=yes:NoSchedule, or a pool without the taint; and add a matching label to a pool, or remove "disk" from the selector`,
  },
  {
    rule: 'addon-pods',
    broken: running({}, { pools: [] }),
    sound: running({}, { pools: [], controlPlane: controlPlaneModel({ schedulable: true }) }),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE}
  fix: add a toleration for ${CONTROL_PLANE}:NoSchedule, or a pool without the taint`,
  },
  {
    rule: 'addon-pods',
    broken: running({}, { pools: [poolModel({ replicas: 0 })] }),
    sound: running({}, { pools: [poolModel({ autoscale: { minSize: 0, maxSize: 1 } })] }),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE}
  fix: add a toleration for ${CONTROL_PLANE}:NoSchedule, or a pool without the taint`,
  },
  {
    rule: 'addon-pods',
    broken: running({ nodeSelector: { disk: 'ssd' } }),
    sound: running(
      { nodeSelector: { disk: 'ssd', 'feature.node.kubernetes.io/pci': 'true' } },
      { pools: [poolModel({ nodeLabels: { disk: 'ssd' } })] },
    ),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE} and is not selected by disk=ssd; workers is not selected by disk=ssd
  fix: add a matching label to a pool, or remove "disk" from the selector`,
  },
  {
    rule: 'addon-pods',
    broken: running(affinity({ key: 'disk', operator: 'In', values: ['ssd', 'nvme'] }), {
      pools: [poolModel({ nodeLabels: { disk: 'hdd' } })],
    }),
    sound: running(
      affinity(
        { key: 'disk', operator: 'In', values: ['ssd'] },
        { key: 'tier', operator: 'Exists' },
      ),
      { pools: [poolModel({ nodeLabels: { tier: '1' } })] },
    ),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE} and is not selected by disk In (ssd, nvme); workers is not selected by disk In (ssd, nvme)
  fix: add a matching label to a pool, or remove "disk" from the selector`,
  },
  ...(
    [
      ['NotIn', ['hdd'], { disk: 'hdd' }, { disk: 'ssd' }],
      ['Exists', [], {}, { disk: '' }],
      ['Gt', ['4'], { disk: '4' }, { disk: '5' }],
      ['Lt', ['4'], { disk: '4' }, { disk: '3' }],
      ['DoesNotExist', [], { disk: '1' }, {}],
    ] as const
  ).map(
    ([operator, values, broken, sound]): RuleCase => ({
      rule: 'addon-pods',
      broken: running(
        { ...affinity({ key: 'disk', operator, values }), ...OFF_CONTROL_PLANE },
        { pools: [poolModel({ nodeLabels: { tier: '1', ...broken } })] },
      ),
      sound: running(
        { ...affinity({ key: 'disk', operator, values }), ...OFF_CONTROL_PLANE },
        { pools: [poolModel({ nodeLabels: { tier: '1', ...sound } })] },
      ),
      says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE} and is not selected by tier=1; workers is not selected by disk ${operator}${values.length > 0 ? ` (${values.join()})` : ''}
  fix: add a matching label to a pool, or remove "disk" from the selector`,
    }),
  ),
  {
    rule: 'addon-pods',
    broken: running({
      containers: [requests({ cpu: '3' }), requests({ cpu: '1001m' })],
      initContainers: [requests({ cpu: '4' })],
    }),
    sound: running({
      containers: [requests({ cpu: '3' }), requests({ cpu: '1000m' })],
      initContainers: [requests({ cpu: '4' })],
    }),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE} and offers 4 of cpu; workers offers 4 of cpu
  fix: request at most 4 of cpu, or add a pool with a larger flavor`,
  },
  {
    rule: 'addon-pods',
    broken: running({
      containers: [{ resources: { limits: { memory: '8Gi' } } }],
      initContainers: [{ ...requests({ memory: '1Gi' }), restartPolicy: 'Always' }],
    }),
    sound: running({
      containers: [{ resources: { limits: { memory: '8Gi' }, requests: { memory: '6Gi' } } }],
      initContainers: [requests({ memory: '7Gi' })],
    }),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE} and offers 7800Mi of memory; workers offers 7800Mi of memory
  fix: request at most 7800Mi of memory, or add a pool with a larger flavor`,
  },
  {
    rule: 'addon-pods',
    broken: running(
      { containers: [requests({ 'nvidia.com/gpu': 2 })] },
      { pools: [poolModel({ size: 'g1.gpu' })] },
    ),
    sound: running(
      { containers: [requests({ 'nvidia.com/gpu': 1, 'example.org/fpga': 7 })] },
      { pools: [poolModel({ size: 'g1.gpu' })] },
    ),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE} and offers 0 of nvidia.com/gpu; workers offers 1 of nvidia.com/gpu
  fix: request at most 1 of nvidia.com/gpu, or add a pool with a larger flavor`,
  },
  {
    rule: 'addon-pods',
    broken: running({ containers: [{ resources: { limits: { 'nvidia.com/gpu': '1' } } }] }),
    sound: running({
      containers: [{ resources: { limits: { 'nvidia.com/gpu': 0, 'nvidia.com/mig-1g.5gb': 1 } } }],
    }),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE} and offers 0 of nvidia.com/gpu; workers offers 0 of nvidia.com/gpu
  fix: if the machines of workers have them, write gpu: Gpu.nvidia({ count: 1 })`,
  },
  {
    rule: 'addon-pods',
    broken: running(
      { containers: [requests({ 'nvidia.com/gpu': 4 })] },
      { pools: [poolModel({ name: 'g', size: 'g1.gpu' }), poolModel()] },
    ),
    sound: running(
      { containers: [requests({ 'nvidia.com/gpu': 1 })] },
      { pools: [poolModel({ name: 'g', size: 'g1.gpu' }), poolModel()] },
    ),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE} and offers 0 of nvidia.com/gpu; g offers 1 of nvidia.com/gpu; workers offers 0 of nvidia.com/gpu
  fix: request at most 1 of nvidia.com/gpu, or add a pool with a larger flavor`,
  },
  {
    rule: 'addon-pods',
    broken: running(
      { initContainers: [requests({ 'gpu.intel.com/i915': 2 })] },
      { pools: [], controlPlane: controlPlaneModel({ schedulable: true }) },
    ),
    sound: running(
      { containers: [requests({ 'gpu.intel.com/i915': 2 })] },
      { pools: [poolModel({ gpu: Gpu.ofType('gpu.intel.com/i915', { count: 2 }).model })] },
    ),
    says: `${SAYS}
  ${CAN}: control-plane offers 0 of gpu.intel.com/i915
  fix: add a pool with gpu: Gpu.ofType("gpu.intel.com/i915", { count: 2 })`,
  },
  {
    rule: 'addon-pods',
    broken: running(
      { containers: [requests({ 'example.org/fpga': 1 })], nodeSelector: { tier: '1' } },
      {
        pools: [
          poolModel({ name: 'f', gpu: Gpu.ofType('example.org/fpga', { count: 1 }).model }),
          poolModel({ nodeLabels: { tier: '1' } }),
        ],
      },
    ),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE}, is not selected by tier=1 and offers 0 of example.org/fpga; f is not selected by tier=1; workers offers 0 of example.org/fpga
  fix: if the machines of workers have them, write gpu: Gpu.ofType("example.org/fpga", { count: 1 })`,
  },
  {
    rule: 'addon-pods',
    broken: running(
      { nodeSelector: { [ZONE]: 'c' } },
      { pools: [poolModel({ failureDomains: ['a', 'b'] })] },
    ),
    sound: running(
      { nodeSelector: { [ZONE]: 'b' } },
      { pools: [poolModel({ failureDomains: ['a', 'b'] })] },
    ),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE}; workers is not selected by ${ZONE}=c
  fix: add a matching label to a pool, or remove "${ZONE}" from the selector`,
  },
  {
    rule: 'addon-pods',
    broken: running(
      { nodeSelector: { 'kubernetes.io/os': 'windows' } },
      { ...VXLAN, pools: [WINDOWS_POOL] },
    ),
    sound: running(
      {
        nodeSelector: { 'kubernetes.io/os': 'windows', [ZONE]: 'nova' },
        tolerations: [{ key: 'os', operator: 'Exists' }],
      },
      { ...VXLAN, pools: [WINDOWS_POOL, poolModel({ failureDomain: 'a' })] },
    ),
    says: `${SAYS}
  ${CAN}: ${ON_CONTROL_PLANE} and is not selected by kubernetes.io/os=windows; win has the taint os=windows:NoSchedule
  fix: add a toleration for os=windows:NoSchedule, or a pool without the taint`,
  },
  {
    rule: 'addon-pods',
    broken: written(`apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec: { jobTemplate: { spec: { template: { spec: { nodeSelector: { kubernetes.io/os: windows } } } } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: other }
`),
    sound: written(`apiVersion: apps/v1
kind: "DaemonSet"
metadata: { name: for-windows }
spec: { template: { spec: { nodeSelector: { kubernetes.io/os: windows } } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: none }
spec: { replicas: 0, template: { spec: { nodeSelector: { disk: ssd } } } }
---
apiVersion: v1
kind: Pod
metadata: { name: bound }
spec: { nodeName: one, nodeSelector: { disk: ssd } }
`),
    says: `mothership/demo/hello: manifest is "CronJob nightly"
  ${CAN}: ${ON_CONTROL_PLANE} and is not selected by kubernetes.io/os=windows; workers is not selected by kubernetes.io/os=windows
  fix: add a matching label to a pool, or remove "kubernetes.io/os" from the selector`,
  },
  {
    rule: 'payload-reconcile-job',
    broken: reconciled('Reconcile', 'Job'),
    sound: reconciled('ApplyOnce', 'Job'),
    says: `mothership/demo/hello: delivery is "Reconcile"
  allowed: ApplyOnce for an addon with Job default/web
  fix: write Delivery.clusterResourceSet({ strategy: 'ApplyOnce' }), and rename the Job when it changes`,
  },
  {
    rule: 'payload-reconcile-job',
    broken: reconciled('Reconcile', 'Job', 'Job'),
    sound: reconciled('Reconcile', 'CronJob'),
    says: `mothership/demo/hello: delivery is "Reconcile"
  allowed: ApplyOnce for an addon with Job default/web
  fix: write Delivery.clusterResourceSet({ strategy: 'ApplyOnce' }), and rename the Job when it changes
mothership/demo/hello: delivery is "Reconcile"
  allowed: ApplyOnce for an addon with Job default/web
  fix: write Delivery.clusterResourceSet({ strategy: 'ApplyOnce' }), and rename the Job when it changes`,
  },
];

function running(pod: object, rest: Partial<AssembledCluster> = {}): AssembledCluster {
  const deployment: Manifest = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'default' },
    spec: { template: { spec: pod } },
  };
  return delivering([deployment], rest);
}

function written(text: string): AssembledCluster {
  return delivering(text, {});
}

function delivering(
  documents: string | Manifest[],
  rest: Partial<AssembledCluster>,
): AssembledCluster {
  const entries = [{ key: 'hello', documents }];
  const payload = [{ kind: 'configMap', suffix: '', entries }] as const;
  return clusterModel({ addons: [addonModel({ payload })], ...rest });
}

function affinity(...expressions: object[]) {
  const nodeSelectorTerms = expressions.map((one) => ({ matchExpressions: [one] }));
  const required = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } };
  return { affinity: { nodeAffinity: required } };
}

function requests(amounts: object) {
  return { resources: { requests: amounts } };
}

function reconciled(strategy: 'ApplyOnce' | 'Reconcile', ...kinds: string[]): AssembledCluster {
  const documents = kinds.map((kind) => ({
    apiVersion: 'batch/v1',
    kind,
    metadata: { name: 'web', namespace: 'default' },
    spec: { template: { spec: {} }, jobTemplate: { spec: { template: { spec: {} } } } },
  }));
  const payload = [
    { kind: 'configMap', suffix: '', entries: [{ key: 'jobs', documents }] } as const,
  ];
  const addon = addonModel({ delivery: { kind: 'clusterResourceSet', strategy }, payload });
  return clusterModel({ addons: [addon] });
}
