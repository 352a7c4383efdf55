import { VERSIONS } from '../../../../support/patched-objects';
import type { ObjectCase } from '../../../assembly/cases/object-cases';

const KEY = 'pool/workers/machineDeployment';
const ON = 'of MachineDeployment demo-workers';
const SIZE = 'cluster.x-k8s.io/cluster-api-autoscaler-node-group';
const [MIN, MAX] = [
  `metadata annotations ${SIZE}-min-size`,
  `metadata annotations ${SIZE}-max-size`,
];
const UPDATE = 'spec rollout strategy rollingUpdate';
const STILL = { maxSurge: 0, maxUnavailable: 0 };

/** Examples of rules on MachineDeployments. */
export const DEPLOYMENT_OBJECT_CASES: readonly ObjectCase[] = [
  {
    rule: 'object-selector',
    key: KEY,
    broken: [['spec selector matchLabels tier', 'gold']],
    sound: [
      ['spec selector matchLabels tier', 'gold'],
      ['spec selector matchLabels cluster.x-k8s.io/cluster-name', 'demo'],
      ['spec template metadata labels cluster.x-k8s.io/cluster-name', undefined],
      ['spec template metadata labels tier', 'gold'],
    ],
    says: `mothership/demo: spec.template.metadata.labels["tier"] ${ON} is missing
  allowed: "gold", as in spec.selector
  fix: keep the labels that the selector matches`,
  },
  {
    rule: 'object-cluster-name',
    key: KEY,
    broken: [['spec template spec clusterName', 'other']],
    sound: [],
    says: `mothership/demo: spec.template.spec.clusterName ${ON} is "other"
  allowed: "demo", as in spec.clusterName
  fix: write the same name in both`,
  },
  {
    rule: 'object-rollout-still',
    key: KEY,
    broken: [[UPDATE, STILL]],
    sound: [[UPDATE, { maxSurge: 0, maxUnavailable: '0%' }]],
    says: `mothership/demo: spec.rollout.strategy.rollingUpdate.maxUnavailable ${ON} is 0
  allowed: 1 or more with maxSurge 0
  fix: set both in rollout of the pool, one of them to 1 or more`,
  },
  {
    rule: 'object-rollout-still',
    key: KEY,
    profile: VERSIONS.oldest(),
    broken: [['spec strategy rollingUpdate', STILL]],
    sound: [['spec strategy rollingUpdate', { maxSurge: 1, maxUnavailable: 0 }]],
    says: `mothership/demo: spec.strategy.rollingUpdate.maxUnavailable ${ON} is 0
  allowed: 1 or more with maxSurge 0
  fix: set both in rollout of the pool, one of them to 1 or more`,
  },
  {
    rule: 'object-autoscaler-size',
    key: KEY,
    broken: [[MIN, '3']],
    sound: [[MIN, '2']],
    says: `mothership/demo: metadata.annotations["${SIZE}-min-size"] ${ON} is "3"
  allowed: an integer from 0 to max-size ("2")
  fix: set both with autoscale of the pool`,
  },
  {
    rule: 'object-autoscaler-size',
    key: KEY,
    broken: [
      [MIN, '1'],
      [MAX, undefined],
    ],
    sound: [[MAX, undefined]],
    says: `mothership/demo: metadata.annotations["${SIZE}-min-size"] ${ON} is "1"
  allowed: an integer from 0 to max-size (0)
  fix: set both with autoscale of the pool`,
  },
  {
    rule: 'object-autoscaler-size',
    key: KEY,
    broken: [
      [MIN, 'one'],
      [MAX, '-1'],
    ],
    sound: [
      [MIN, undefined],
      [MAX, '3'],
    ],
    says: `mothership/demo: metadata.annotations["${SIZE}-min-size"] ${ON} is "one"
  allowed: an integer of 0 or more, as a string
  fix: set both with autoscale of the pool
mothership/demo: metadata.annotations["${SIZE}-max-size"] ${ON} is "-1"
  allowed: an integer of 0 or more, as a string
  fix: set both with autoscale of the pool`,
  },
  {
    rule: 'object-replicas-autoscale',
    key: KEY,
    broken: [['spec replicas', 0]],
    sound: [
      ['spec replicas', 0],
      [MIN, undefined],
    ],
    says: `mothership/demo: spec.replicas ${ON} is 0
  allowed: none; the autoscaler owns the number
  fix: leave it out, or remove both annotations`,
  },
];
