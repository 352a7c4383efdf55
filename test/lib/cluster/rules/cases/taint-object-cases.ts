import { type FieldPatch, VERSIONS } from '../../../../support/patched-objects';
import type { ObjectCase } from '../../../assembly/cases/object-cases';

const POOL = 'pool/workers/machineDeployment';
const GATED = VERSIONS.usual({ featureGates: { machineTaintPropagation: true } });
const [HARD, KEPT] = [{ effect: 'NoSchedule', propagation: 'Always' }, { effect: 'NoExecute' }];
const TAINTS = [{ key: 'gpu', ...HARD }];
const WAY = 'spec template spec taints';

/** Objects that may have taints, with the way to them. */
const GATED_PLACES: readonly (readonly [string, string, string, ...FieldPatch[]])[] = [
  [POOL, WAY, 'MachineDeployment demo-workers'],
  [POOL, WAY, 'MachineSet demo-workers', ['kind', 'MachineSet']],
  [POOL, 'spec taints', 'Machine demo-workers', ['kind', 'Machine']],
  ['controlPlane', 'spec machineTemplate spec taints', 'KubeadmControlPlane demo-control-plane'],
  ['controlPlane', 'spec machineTemplate taints', 'KubeadmControlPlane demo-control-plane'],
];

/** Keys that belong to somebody else. */
const RESERVED = [
  'node.cluster.x-k8s.io/uninitialized',
  'node.cluster.x-k8s.io/outdated-revision',
  'node.kubernetes.io/not-ready',
  'node.cloudprovider.kubernetes.io/uninitialized',
  'node-role.kubernetes.io/master',
  'node-role.kubernetes.io/control-plane',
];

/** Examples of rules on taints of machines. */
export const TAINT_OBJECT_CASES: readonly ObjectCase[] = [
  ...GATED_PLACES.map(
    ([key, way, object, ...kind]): ObjectCase => ({
      rule: 'object-taint-gate',
      key,
      broken: [...kind, [way, TAINTS]],
      sound: [...kind, [way, TAINTS]],
      soundProfile: GATED,
      says: `mothership/demo: ${way.replaceAll(' ', '.')} of ${object} is ${JSON.stringify(TAINTS)}
  allowed: none without the feature gate machineTaintPropagation
  fix: set taints of the pool or the control plane instead`,
    }),
  ),
  {
    rule: 'object-taint-gate',
    key: POOL,
    profile: GATED,
    broken: [
      ['kind', 'MachinePool'],
      [WAY, TAINTS],
    ],
    sound: [
      ['kind', 'MachinePool'],
      [WAY, []],
    ],
    says: `mothership/demo: ${WAY.replaceAll(' ', '.')} of MachinePool demo-workers is ${JSON.stringify(TAINTS)}
  allowed: none; Cluster API does not propagate taints of a MachinePool
  fix: set taints of the pool or the control plane instead`,
  },
  ...RESERVED.map(
    (key): ObjectCase => ({
      rule: 'object-taint-reserved',
      key: POOL,
      profile: GATED,
      broken: [[WAY, [...TAINTS, { key, ...HARD }]]],
      sound: [[WAY, [{ key: 'node.kubernetes.io/out-of-service', ...KEPT }]]],
      says: `mothership/demo: ${WAY.replaceAll(' ', '.')}[1].key of MachineDeployment demo-workers is "${key}"
  allowed: keys that belong neither to Kubernetes nor to Cluster API
  fix: leave the taint out`,
    }),
  ),
  {
    rule: 'object-taint-reserved',
    key: 'controlPlane',
    profile: GATED,
    broken: [['spec machineTemplate spec taints', [{ key: 'node-role.kubernetes.io/master' }]]],
    sound: [
      ['spec machineTemplate spec taints', [{ key: 'node-role.kubernetes.io/control-plane' }]],
    ],
    says: `mothership/demo: spec.machineTemplate.spec.taints[0].key of KubeadmControlPlane demo-control-plane is "node-role.kubernetes.io/master"
  allowed: keys that belong neither to Kubernetes nor to Cluster API
  fix: leave the taint out`,
  },
];
