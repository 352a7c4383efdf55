import { leaveOut } from '../../base/fix';
import { valueAt } from '../../base/value-at';
import { objectRule } from './object-rule';

const LEAST_STARTUP = 30;
const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };

const SWITCH_ON =
  'enable the gate and add featureGates: { clusterTopology: true } to the options of Providers';

/** Rules on the Cluster object. */
export const CLUSTER_OBJECT_RULES = [
  objectRule({
    id: 'object-reference-namespace',
    reason: 'A Cluster can reference only objects in its own namespace.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/cluster.go',
    check(spec, refuse, { object }) {
      for (const reference of ['infrastructureRef', 'controlPlaneRef']) {
        const given = valueAt(spec, reference, 'namespace');
        if (given === undefined || given === object.metadata.namespace) continue;
        refuse(`spec.${reference}.namespace`, {
          given,
          allowed: `${JSON.stringify(object.metadata.namespace)}, the namespace of the cluster`,
          fix: leaveOut(),
        });
      }
    },
  }),
];

/** Rules on ClusterClasses and the clusters that use them. */
export const TOPOLOGY_OBJECT_RULES = [
  objectRule({
    id: 'object-topology-gate',
    reason:
      'The webhooks reject ClusterClasses and clusters that use them while the gate is off, which is the default.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/cluster.go',
    check(spec, refuse, { object, profile }) {
      if (profile.featureGates.clusterTopology === true) return;
      const isClass = object.kind === 'ClusterClass';
      if (!isClass && spec.topology === undefined) return;
      refuse(isClass ? 'spec' : 'spec.topology', {
        given: isClass ? spec : spec.topology,
        allowed: 'none without the feature gate clusterTopology',
        fix: isClass ? `leave the object out, or ${SWITCH_ON}` : leaveOut({ or: SWITCH_ON }),
      });
    },
  }),
];

/** Rules on MachineHealthChecks. */
export const HEALTH_CHECK_OBJECT_RULES = [
  objectRule({
    id: 'object-startup-timeout',
    reason: 'A shorter limit replaces every machine before it can become a node.',
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
        fix: 'set healthCheck.nodeStartupTimeout instead',
      });
    },
  }),
];

/** Returns the seconds of a duration such as `1m30s`. */
function secondsOf(text: string): number {
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)) {
    sum += Number(number) * (UNITS[unit ?? ''] ?? 0);
  }
  return sum;
}
