import type { Issue } from '../errors';
import type { ClusterModel } from '../model/cluster';
/** Placeholder until the tables are there. */
export function checkCluster(_model: ClusterModel): Issue[] {
  return [];
}
