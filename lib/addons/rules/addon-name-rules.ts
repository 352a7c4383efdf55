import type { Finding } from '../../base/errors';
import { nameIt } from '../../base/fix';
import type { Place, Rule } from '../../base/rule';
import {
  betterNames,
  isDnsLabel,
  MOST_LABEL,
  RESERVED_SECRETS,
  toDnsLabel,
} from '../../cluster/rules/names';
import { labelFinding, roomBeside } from '../../cluster/rules/naming-rules';
import type { AddonModel } from '../model/addon';
import type { EquippedCluster } from '../model/cluster';
import type { AddonSubject } from './subjects';

const LABEL_LENGTHS =
  'kubernetes/kubernetes@master:staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go';

/** Rules on the names of addons. */
export const ADDON_NAME_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'addon-name',
    reason: 'The name becomes part of the names of ClusterResourceSets, ConfigMaps and their keys.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/cluster-resource-set.md',
    check({ cluster, addon: { path, name } }, refuse) {
      if (isDnsLabel(name)) return;
      const names = cluster.addons.map((addon) => addon.name);
      refuse({ path, prop: 'name' }, labelFinding(name, names, roomBeside(cluster), 'addon'));
    },
  },
  {
    id: 'addon-object-name',
    reason:
      'Objects of an addon in the management cluster besides a ClusterResourceSet are named <cluster>-<addon>, also in host names and label values.',
    source: LABEL_LENGTHS,
    check({ cluster, addon: { path, name, managementObjects, helmChart } }, refuse) {
      if (managementObjects.length === 0 && helmChart === undefined) return;
      const room = roomBeside(cluster);
      if (name.length <= room || !isDnsLabel(cluster.name) || !isDnsLabel(name)) return;
      const better = betterNames(
        cluster.addons.map((addon) => addon.name),
        (one) => one.length <= room,
        (one, taken) => toDnsLabel(one, room, taken),
      );
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `at most ${room} characters, so that "${cluster.name}-<name>" has at most ${MOST_LABEL}`,
          fix: nameIt(better.get(name) ?? 'addon'),
        },
      );
    },
  },
  {
    id: 'addon-name-reserved',
    reason:
      'Cluster API stores the kubeconfig and the certificates of a cluster in Secrets with these names.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/certs/using-custom-certificates.md',
    check({ cluster, addon }, refuse) {
      for (const payload of addon.payload) {
        if (payload.kind !== 'secret') continue;
        const name = deliveredName(addon, payload.suffix);
        if (RESERVED_SECRETS.has(name)) refuse(...takenName(cluster, addon, name));
      }
    },
  },
  {
    id: 'addon-name-unique',
    reason: 'The resources of two addons with the same name would be written under the same names.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/cluster-resource-set.md',
    check({ cluster, addon }, refuse) {
      const first = cluster.addons.find((other) => other.name === addon.name);
      if (first === addon || first === undefined) return;
      refuse(
        { path: addon.path, prop: 'name' },
        {
          given: addon.name,
          allowed: 'a name that no other addon of the cluster has',
          fix: nameIt(`${addon.name}-2`),
        },
      );
    },
  },
];

/** Returns the name of a delivered resource without the name of the cluster in front of it. */
export function deliveredName({ name }: AddonModel, suffix: string): string {
  return suffix === '' ? name : `${name}-${suffix}`;
}

/** Describes the mistake of an addon whose Secret would have the name of another Secret. */
export function takenName(
  cluster: EquippedCluster,
  addon: AddonModel,
  name: string,
): [Place, Finding] {
  return [
    { path: addon.path, prop: 'name' },
    {
      given: addon.name,
      allowed: `a name whose Secret "${cluster.name}-${name}" does not exist yet`,
      fix: nameIt(`${addon.name}-addon`),
    },
  ];
}
