import { leaveOut, nameIt, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { closestWord, quotedList } from '../../base/words';
import { isDnsLabel, MOST_LABEL, toDnsLabel } from '../../cluster/rules/names';
import type { HetznerCluster } from '../model/cluster';
import { mostServers } from '../model/servers';
import { refuseRepeated } from './names';
import { GROUPS } from './sources';
import type { MachineSubject } from './subjects';

const MOST_IN_GROUP = 10;

/** Rules for the placement groups of a cluster. */
export const PLACEMENT_GROUP_RULES: readonly Rule<HetznerCluster>[] = [
  {
    id: 'hcloud-group-name',
    reason: 'The provider creates each group with the name of the cluster as a prefix.',
    source: GROUPS,
    check({ path, placementGroups }, refuse) {
      const place = { path, prop: 'placementGroups' };
      refuseRepeated(placementGroups, place, refuse);
      for (const name of placementGroups) {
        if (isDnsLabel(name)) continue;
        refuse(place, {
          given: name,
          allowed: `lower-case letters, digits and dashes, no dash at either end, at most ${MOST_LABEL} characters`,
          fix: nameIt(toDnsLabel(name, MOST_LABEL, placementGroups) ?? 'group'),
        });
      }
    },
  },
  {
    id: 'hcloud-group-room',
    reason: 'A placement group holds at most ten servers, including those that a rollout adds.',
    source: 'docs.hetzner.com@2022-08-22:cloud/placement-groups/overview',
    check(cluster, refuse) {
      for (const name of cluster.placementGroups) {
        const servers = mostServers(cluster, ({ placementGroup }) => placementGroup === name);
        if (servers <= MOST_IN_GROUP) continue;
        refuse(
          { path: cluster.path, prop: 'placementGroups' },
          {
            given: name,
            allowed: `a group of at most ${MOST_IN_GROUP} servers; this one would have ${servers}`,
            fix: 'move some of its pools to another group, or make them smaller',
          },
        );
      }
    },
  },
];

/** Rules for the placement group of machines. */
export const GROUP_OF_MACHINES_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'hcloud-group-known',
    reason:
      'The provider cannot create a server in a placement group that its cluster does not have.',
    source: GROUPS,
    check({ cluster: { placementGroups, path: cluster }, machine }, refuse) {
      const { path, placementGroup } = machine;
      if (placementGroup === undefined || placementGroups.includes(placementGroup)) return;
      const close = closestWord(placementGroup, placementGroups);
      const more = `add ${JSON.stringify(placementGroup)} to the placementGroups of ${cluster}`;
      refuse(
        { path, prop: 'placementGroup' },
        {
          given: placementGroup,
          allowed:
            placementGroups.length === 0
              ? `a group of ${cluster}, which has none`
              : `a group of ${cluster}: ${quotedList(placementGroups)}`,
          fix: close === undefined ? leaveOut({ or: more }) : write(close, { or: more }),
        },
      );
    },
  },
];
