import { mapAt, objectRule, valueAt } from './object-rule';
import { isWholeNumber } from './words';

const DEPLOYMENT_WEBHOOK = 'CAPI@v1.14.0:core/webhooks/admission/machinedeployment.go';
const SIZE = 'cluster.x-k8s.io/cluster-api-autoscaler-node-group';
const SELECTED_LISTS = ['matchLabels', 'matchExpressions'] as const;
const LEAST_STARTUP = 30;
const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };

/** Rules on the Cluster object. */
export const CLUSTER_OBJECT_RULES = [
  objectRule({
    id: 'object-reference-namespace',
    reason: 'The parts of a cluster are in its namespace.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/cluster.go',
    check(spec, refuse, { object }) {
      for (const reference of ['infrastructureRef', 'controlPlaneRef']) {
        const given = valueAt(spec, reference, 'namespace');
        if (given === undefined || given === object.metadata.namespace) continue;
        refuse(`spec.${reference}.namespace`, {
          given,
          allowed: `${JSON.stringify(object.metadata.namespace)}, the namespace of the cluster`,
          fix: 'leave it out',
        });
      }
    },
  }),
];

/** Rules on MachineDeployments. */
export const DEPLOYMENT_OBJECT_RULES = [
  objectRule({
    id: 'object-selector',
    reason: 'A MachineDeployment must find the machines that it makes.',
    source: DEPLOYMENT_WEBHOOK,
    check(spec, refuse) {
      const labels = mapAt(spec, 'template', 'metadata', 'labels');
      const selected = mapAt(spec, 'selector', 'matchLabels');
      for (const [label, value] of Object.entries(selected)) {
        if (labels[label] === value) continue;
        refuse(`spec.template.metadata.labels[${JSON.stringify(label)}]`, {
          given: labels[label],
          allowed: `${JSON.stringify(value)}, as in spec.selector`,
          fix: 'leave the labels by which machines are found as they are',
        });
      }
    },
  }),
  objectRule({
    id: 'object-taint-gate',
    reason: 'The webhook refuses taints of machines while the gate is off, as it is by default.',
    source: 'CAPI@v1.14.0:internal/util/taints/validation.go',
    check(spec, refuse, { profile }) {
      const given = valueAt(spec, 'template', 'spec', 'taints');
      if (given === undefined || profile.featureGates.machineTaintPropagation === true) return;
      refuse('spec.template.spec.taints', {
        given,
        allowed: 'none without the feature gate machineTaintPropagation',
        fix: 'give them as taints of the pool',
      });
    },
  }),
  objectRule({
    id: 'object-autoscaler-size',
    reason: 'The autoscaler stops at bounds that it cannot read, or that are swapped.',
    source:
      'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/clusterapi_utils.go',
    check(_spec, refuse, { object }) {
      const [min, max] = ['min', 'max'].map((end) => {
        return object.metadata.annotations?.[`${SIZE}-${end}-size`];
      });
      if (min === undefined && max === undefined) return;
      if (isCount(min) && isCount(max) && Number(min) <= Number(max)) return;
      refuse(`metadata.annotations["${SIZE}-min-size"]`, {
        given: min,
        allowed: `an integer from 0 to that of max-size (${JSON.stringify(max)})`,
        fix: 'give both as autoscale of the pool',
      });
    },
  }),
];

/** Rules on MachineHealthChecks. */
export const HEALTH_CHECK_OBJECT_RULES = [
  objectRule({
    id: 'object-startup-timeout',
    reason: 'A shorter limit would replace every machine before it can become a node.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/machinehealthcheck.go',
    check(spec, refuse) {
      const newer = valueAt(spec, 'checks', 'nodeStartupTimeoutSeconds');
      const given = newer ?? spec.nodeStartupTimeout;
      const seconds = typeof given === 'string' ? secondsOf(given) : given;
      if (typeof seconds !== 'number' || seconds === 0 || seconds >= LEAST_STARTUP) return;
      const field = newer === undefined ? 'nodeStartupTimeout' : 'checks.nodeStartupTimeoutSeconds';
      refuse(`spec.${field}`, {
        given,
        allowed: `0, or ${LEAST_STARTUP} seconds or more`,
        fix: 'give it as healthCheck.nodeStartupTimeout',
      });
    },
  }),
];

/** Rules on ClusterResourceSets. */
export const RESOURCE_SET_OBJECT_RULES = [
  objectRule({
    id: 'object-resource-set-selector',
    reason: 'A set that selects every cluster is refused.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/clusterresourceset.go',
    check(spec, refuse) {
      const selector = mapAt(spec, 'clusterSelector');
      if (SELECTED_LISTS.some((list) => Object.keys(Object(selector[list])).length > 0)) return;
      refuse('spec.clusterSelector', {
        given: selector,
        allowed: 'matchLabels or matchExpressions with at least one of them',
        fix: 'write matchLabels with a label of the cluster',
      });
    },
  }),
];

function isCount(text: string | undefined): boolean {
  return text !== undefined && /^\d+$/.test(text) && isWholeNumber(Number(text), 0);
}

/** Seconds of a duration such as `1m30s`. */
function secondsOf(text: string): number {
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)) {
    sum += Number(number) * (UNITS[unit ?? ''] ?? 0);
  }
  return sum;
}
