import { VERSIONS } from '../../../support/patched-objects';
import type { ObjectCase } from './object-cases';

const POOL = 'pool/workers/machineDeployment';
const ON_POOL = 'of MachineDeployment demo-workers';
const SIZE = 'cluster.x-k8s.io/cluster-api-autoscaler-node-group';
const OLD = VERSIONS.oldest();
const TAINTS = [{ key: 'gpu', effect: 'NoSchedule', propagation: 'Always' }];

/** Examples of rules on objects of Cluster API itself. */
export const CORE_OBJECT_CASES: readonly ObjectCase[] = [
  {
    rule: 'object-reference-namespace',
    key: 'cluster',
    profile: OLD,
    broken: [['spec controlPlaneRef namespace', 'other']],
    sound: [['spec infrastructureRef namespace', 'demo']],
    says: `mothership/demo: spec.controlPlaneRef.namespace of Cluster demo is "other"
  allowed: "demo", the namespace of the cluster
  fix: leave it out`,
  },
  {
    rule: 'object-selector',
    key: POOL,
    broken: [['spec selector matchLabels tier', 'gold']],
    sound: [
      ['spec selector matchLabels tier', 'gold'],
      ['spec template metadata labels tier', 'gold'],
    ],
    says: `mothership/demo: spec.template.metadata.labels["tier"] ${ON_POOL} is missing
  allowed: "gold", as in spec.selector
  fix: leave the labels by which machines are found as they are`,
  },
  {
    rule: 'object-taint-gate',
    key: POOL,
    broken: [['spec template spec taints', TAINTS]],
    sound: [['spec template spec taints', TAINTS]],
    soundProfile: VERSIONS.usual({ featureGates: { machineTaintPropagation: true } }),
    says: `mothership/demo: spec.template.spec.taints ${ON_POOL} is ${JSON.stringify(TAINTS)}
  allowed: none without the feature gate machineTaintPropagation
  fix: give them as taints of the pool`,
  },
  ...['3', 'one'].map(
    (size): ObjectCase => ({
      rule: 'object-autoscaler-size',
      key: POOL,
      broken: [[`metadata annotations ${SIZE}-min-size`, size]],
      sound: [[`metadata annotations ${SIZE}-min-size`, '2']],
      says: `mothership/demo: metadata.annotations["${SIZE}-min-size"] ${ON_POOL} is "${size}"
  allowed: an integer from 0 to that of max-size ("2")
  fix: give both as autoscale of the pool`,
    }),
  ),
  {
    rule: 'object-startup-timeout',
    key: 'controlPlaneHealthCheck',
    broken: [['spec checks nodeStartupTimeoutSeconds', 29]],
    sound: [['spec checks nodeStartupTimeoutSeconds', 0]],
    says: `mothership/demo: spec.checks.nodeStartupTimeoutSeconds of MachineHealthCheck demo-control-plane is 29
  allowed: 0, or 30 seconds or more
  fix: give it as healthCheck.nodeStartupTimeout`,
  },
  {
    rule: 'object-startup-timeout',
    key: 'controlPlaneHealthCheck',
    profile: OLD,
    broken: [['spec nodeStartupTimeout', '29s900ms']],
    sound: [['spec nodeStartupTimeout', '0h0m30s']],
    says: `mothership/demo: spec.nodeStartupTimeout of MachineHealthCheck demo-control-plane is "29s900ms"
  allowed: 0, or 30 seconds or more
  fix: give it as healthCheck.nodeStartupTimeout`,
  },
  {
    rule: 'object-resource-set-selector',
    key: 'addon/hello/resourceSet',
    broken: [['spec clusterSelector', { matchLabels: {} }]],
    sound: [['spec clusterSelector', { matchExpressions: [{ key: 'a', operator: 'Exists' }] }]],
    says: `mothership/demo: spec.clusterSelector of ClusterResourceSet demo-hello is {"matchLabels":{}}
  allowed: matchLabels or matchExpressions with at least one of them
  fix: write matchLabels with a label of the cluster`,
  },
];
