import { VERSIONS } from '../../../../support/patched-objects';
import type { ObjectCase } from '../../../assembly/cases/object-cases';

const OLD = VERSIONS.oldest();

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
    rule: 'object-topology-gate',
    key: 'cluster',
    broken: [['spec topology', { version: 'v1.33.1' }]],
    sound: [['spec topology', { version: 'v1.33.1' }]],
    soundProfile: VERSIONS.usual({ featureGates: { clusterTopology: true } }),
    says: `mothership/demo: spec.topology of Cluster demo is {"version":"v1.33.1"}
  allowed: none without the feature gate clusterTopology
  fix: leave it out, or enable the gate and add featureGates: { clusterTopology: true } to the options of Providers`,
  },
  {
    rule: 'object-topology-gate',
    key: 'cluster',
    broken: [
      ['kind', 'ClusterClass'],
      ['spec', {}],
    ],
    says: `mothership/demo: spec of ClusterClass demo is {}
  allowed: none without the feature gate clusterTopology
  fix: leave the object out, or enable the gate and add featureGates: { clusterTopology: true } to the options of Providers`,
  },
  {
    rule: 'object-startup-timeout',
    key: 'controlPlaneHealthCheck',
    broken: [['spec checks nodeStartupTimeoutSeconds', 29]],
    sound: [['spec checks nodeStartupTimeoutSeconds', 0]],
    says: `mothership/demo: spec.checks.nodeStartupTimeoutSeconds of MachineHealthCheck demo-control-plane is 29
  allowed: 0, or 30 seconds or more
  fix: set healthCheck.nodeStartupTimeout instead`,
  },
  {
    rule: 'object-startup-timeout',
    key: 'controlPlaneHealthCheck',
    profile: OLD,
    broken: [['spec nodeStartupTimeout', '29s900ms']],
    sound: [['spec nodeStartupTimeout', '0h0m30s']],
    says: `mothership/demo: spec.nodeStartupTimeout of MachineHealthCheck demo-control-plane is "29s900ms"
  allowed: 0, or 30 seconds or more
  fix: set healthCheck.nodeStartupTimeout instead`,
  },
  {
    rule: 'object-resource-set-selector',
    key: 'addon/hello/resourceSet',
    broken: [['spec clusterSelector', { matchLabels: {} }]],
    sound: [['spec clusterSelector', { matchExpressions: [{ key: 'a', operator: 'Exists' }] }]],
    says: `mothership/demo: spec.clusterSelector of ClusterResourceSet demo-hello is {"matchLabels":{}}
  allowed: matchLabels or matchExpressions with at least one entry
  fix: write matchLabels with a label of the cluster`,
  },
];
