import { add } from '../../base/fix';
import type { Rule, RuleFacts } from '../../base/rule';
import type { ClusterPart } from '../../cluster/model/cluster-part';
import type { AddonModel } from '../model/addon';
import type { EquippedCluster } from '../model/cluster';

/** A part that something in a cluster waits for. */
export interface WantedPart extends RuleFacts {
  /** Part that it is. */
  readonly part: ClusterPart;
  /** What the part is and who waits for it. */
  readonly what: string;
  /** How an addon brings it. */
  addon(cluster: EquippedCluster): string;
  /** Tells whether something in the cluster waits for a part that no addon brings. */
  isMissing(cluster: EquippedCluster): boolean;
}

/** Rule that a cluster has a part for which something in it waits. */
export function wantedPart({
  part,
  what,
  addon,
  isMissing,
  ...facts
}: WantedPart): Rule<EquippedCluster> {
  return {
    ...facts,
    check(cluster, refuse) {
      const { path, installedOtherwise, addons, cloud } = cluster;
      // Nodes that only answer wait for nothing.
      if (cloud.runsPods === false) return;
      if (installedOtherwise?.includes(part) || addons.some(isUnknown)) return;
      if (!isMissing(cluster)) return;
      refuse(
        { path, prop: 'installedOtherwise' },
        {
          given: installedOtherwise,
          allowed: `${JSON.stringify(part)} in it, or an addon with ${what}`,
          fix: add(part, { begins: `add ${addon(cluster)}, or to installedOtherwise` }),
        },
      );
    },
  };
}

/** Tells whether a file of an addon could not be read, of which another rule tells. */
function isUnknown({ unreadable }: AddonModel): boolean {
  return unreadable !== undefined;
}
