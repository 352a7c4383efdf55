import type { ClusterModel } from './cluster';

/** Fields of a cluster that names in the cloud are built from. */
export type NamedCluster = Pick<ClusterModel, 'name' | 'namespace' | 'managementCluster'>;

/** Returns the name prefix of everything provisioned for a cluster, such as `mothership-prod-eu`. */
export function cloudName({ managementCluster, name }: NamedCluster): string {
  return `${managementCluster}-${name}`;
}
