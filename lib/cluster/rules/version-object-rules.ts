import { tryParseKubernetesVersion } from '../../base/kubernetes-version';
import type { Rule } from '../../base/rule';
import { valueAt } from '../../base/value-at';
import { compareMinors } from '../model/profile';
import { type ObjectSubject, objectRule } from './object-rule';

/** Paths to the version of control planes, of objects that create Machines, and of Machines. */
const PLACES = [['version'], ['template', 'spec', 'version']] as const;

/** Rule on the versions of control planes and machines. */
export const VERSION_OBJECT_RULES: readonly Rule<ObjectSubject>[] = [
  objectRule({
    id: 'object-version',
    reason: 'A release has three numbers, and Cluster API is tested only with some minors.',
    source: 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go',
    check(spec, refuse, { profile }) {
      const { oldest, newest } = profile.kubernetes;
      for (const way of PLACES) {
        const given = valueAt(spec, ...way);
        if (typeof given !== 'string') continue;
        const series = tryParseKubernetesVersion(given)?.series;
        const isKnown =
          series !== undefined &&
          compareMinors(series, oldest) >= 0 &&
          compareMinors(series, newest) <= 0;
        if (isKnown) continue;
        refuse(`spec.${way.join('.')}`, {
          given,
          allowed: `a release with three numbers, from ${oldest} to ${newest} with Cluster API ${profile.clusterApi}`,
          fix: 'set kubernetesVersion of the cluster or pool instead',
        });
      }
    },
  }),
];
