import { mostOfControlPlane, mostOfPool } from '../../cluster/model/machine-numbers';
import { zoneParts } from '../../cluster/model/pool-zones';
import type { HetznerCluster } from './cluster';
import type { HCloudMachine } from './machine';

/** Returns the highest number of servers of a cluster at a time, including those that rollouts add. */
export function mostServers(
  { controlPlane, pools }: Pick<HetznerCluster, 'controlPlane' | 'pools'>,
  isCounted: (machine: HCloudMachine) => boolean = () => true,
): number {
  const ofPools = pools
    .filter(isCounted)
    .flatMap(zoneParts)
    .reduce((sum, part) => sum + mostOfPool(part), 0);
  return ofPools + (isCounted(controlPlane) ? mostOfControlPlane(controlPlane) : 0);
}
