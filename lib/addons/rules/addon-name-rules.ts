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
      'What an addon has in the management cluster besides a ClusterResourceSet is named <cluster>-<addon>, in host names and label values.',
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
      'Cluster API keeps the kubeconfig and the certificates of a cluster in Secrets of these names.',
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
    reason: 'What two addons of one name deliver would be written under the same names.',
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

/** Name of what an addon delivers, without that of the cluster before it. */
export function deliveredName({ name }: AddonModel, suffix: string): string {
  return suffix === '' ? name : `${name}-${suffix}`;
}

/** What is wrong with an addon that would deliver a Secret of a name that another one has. */
export function takenName(
  cluster: EquippedCluster,
  addon: AddonModel,
  name: string,
): [Place, Finding] {
  return [
    { path: addon.path, prop: 'name' },
    {
      given: addon.name,
      allowed: `a name for which no Secret "${cluster.name}-${name}" stands already`,
      fix: nameIt(`${addon.name}-addon`),
    },
  ];
}
