import type { ClusterModel } from './cluster';

/** Cluster as far as names in the cloud depend on it. */
export type NamedCluster = Pick<ClusterModel, 'name' | 'namespace' | 'managementCluster'>;

/** Beginning of the names of everything provisioned for a cluster, such as `mothership-prod-eu`. */
export function cloudName({ managementCluster, name }: NamedCluster): string {
  return `${managementCluster}-${name}`;
}
