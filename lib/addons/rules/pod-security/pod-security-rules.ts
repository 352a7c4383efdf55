import type { Finding } from '../../../base/errors';
import { leaveOut } from '../../../base/fix';
import { checkWord } from '../../../base/known-word';
import type { Rule } from '../../../base/rule';
import type { ObjectSetSubject } from '../../../cluster/rules/object-set-rule';
import { objectSetRule } from '../../../cluster/rules/object-set-rule';
import type { EquippedCluster } from '../../model/cluster';
import type { AddonSubject } from '../subjects';
import { type Workload, workloadIn, workloadsOf } from '../workloads';
import type { SecuredCluster } from './enforced-levels';
import { enforcedByAddons, enforcedLevel, levelIn, POD_SECURITY_LEVELS } from './enforced-levels';
import { type PodSecurityPolicy, podViolations } from './evaluate-pod';
import type { PodViolation } from './pod-violation';

const SOURCE =
  'kubernetes/website@main:content/en/docs/concepts/security/pod-security-standards.md';
const REASON = 'Kubernetes rejects pods that violate the Pod Security level of their namespace.';

/** Rules on the pods of addons in namespaces with a level of the Pod Security Standards. */
export const POD_SECURITY_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'addon-pod-security',
    reason: REASON,
    source: SOURCE,
    check({ cluster, addon }, refuse) {
      for (const workload of workloadsOf(addon)) {
        const policy = levelIn(cluster, workload.namespace);
        if (policy === undefined) continue;
        for (const violation of violationsOf(policy, workload)) {
          refuse({ path: addon.path, prop: 'manifest' }, finding(policy, workload, violation));
        }
      }
    },
  },
];

/** Rules on the level of a cluster's own namespace. */
export const NAMESPACE_LEVEL_RULES: readonly Rule<EquippedCluster>[] = [
  {
    id: 'namespace-level',
    reason:
      'A level that Kubernetes does not know, or one for a namespace that is not written, enforces nothing.',
    source: SOURCE,
    check({ path, namespace, ownsNamespace, namespacePodSecurity: level }, refuse) {
      const place = { path, prop: 'namespacePodSecurity' };
      checkWord(place, level, POD_SECURITY_LEVELS, refuse);
      if (ownsNamespace || level === undefined) return;
      refuse(place, {
        given: level,
        allowed: `none; Namespace ${namespace} is not written with the cluster`,
        fix: leaveOut({ ends: ', and label the Namespace where it is written' }),
      });
    },
  },
];

/** Rules on the pods among the finished objects of a cluster, in the management cluster. */
export const POD_SECURITY_SET_RULES: readonly Rule<ObjectSetSubject>[] = [
  objectSetRule({
    id: 'object-pod-security',
    reason: REASON,
    source: SOURCE,
    check({ objects }, refuse) {
      const levels = new Map(objects.flatMap(({ object }) => enforcedLevel(object)));
      if (levels.size === 0) return;
      for (const placed of objects) {
        for (const workload of workloadIn(placed.object)) {
          const policy = levels.get(workload.namespace);
          if (policy === undefined) continue;
          for (const violation of violationsOf(policy, workload)) {
            const { given } = violation;
            refuse(placed, violation.field, { ...finding(policy, workload, violation), given });
          }
        }
      }
    },
  }),
];

/** Tells whether some pods of a cluster's addons must meet a level. */
export function hasEnforcedLevels({ cluster }: AddonSubject<SecuredCluster>): boolean {
  const enforce = cluster.controlPlane.admission?.podSecurity?.enforce;
  return enforce !== undefined || enforcedByAddons(cluster.addons).size > 0;
}

function violationsOf(policy: PodSecurityPolicy, { pod, annotations }: Workload) {
  return podViolations(policy, pod, annotations);
}

function finding(
  { level }: PodSecurityPolicy,
  { title, namespace }: Workload,
  { field, given, allowed }: PodViolation,
): Finding {
  const value = given === undefined ? 'missing' : JSON.stringify(given);
  return {
    given: `${title}: ${field} is ${value}`,
    allowed: `${allowed}, as Namespace ${namespace} enforces ${level}`,
    fix: `correct ${field}, or give the Namespace a lower level`,
  };
}
