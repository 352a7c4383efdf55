import { add } from '../../base/fix';
import type { Rule, RuleFacts } from '../../base/rule';
import type { ClusterPart } from '../../cluster/model/cluster-part';
import type { AddonModel } from '../model/addon';
import type { EquippedCluster } from '../model/cluster';

/** Part that something in a cluster waits for. */
export interface WantedPart extends RuleFacts {
  /** Part of the cluster. */
  readonly part: ClusterPart;
  /** Noun phrase for the part, and what waits for it. */
  readonly what: string;
  /** Describes the addon to add. */
  addon(cluster: EquippedCluster): string;
  /** Tells whether something in the cluster waits for the part and no addon installs it. */
  isMissing(cluster: EquippedCluster): boolean;
}

/** Builds the rule that a cluster must have a part that something in it waits for. */
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
      // Simulated nodes, which run no pods, wait for nothing.
      if (cloud.runsPods === false) return;
      if (installedOtherwise?.includes(part) || addons.some(isUnknown)) return;
      if (!isMissing(cluster)) return;
      refuse(
        { path, prop: 'installedOtherwise' },
        {
          given: installedOtherwise,
          allowed: `${JSON.stringify(part)} in it, or an addon with ${what}`,
          fix: add(part, {
            begins: `add ${addon(cluster)}, or add`,
            ends: ' to installedOtherwise',
          }),
        },
      );
    },
  };
}

/** Tells whether a file of an addon could not be read, which another rule reports. */
function isUnknown({ unreadable }: AddonModel): boolean {
  return unreadable !== undefined;
}
