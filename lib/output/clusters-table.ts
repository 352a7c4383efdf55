import type { ClusterListJson, ListedCluster, ListedPool } from '../assembly/cluster-list';
import { plainTable } from '../base/plain-table';

const HEAD = ['CLUSTER', 'CLOUD', 'KUBERNETES', 'CONTROL PLANE', 'POOLS', 'ADDONS'];

/** Table of clusters, with a summary line. */
export function clustersTable({ clusters }: ClusterListJson): string {
  const table = plainTable({ head: HEAD, rows: clusters.map(row) });
  const count = clusters.length === 1 ? '1 cluster' : `${clusters.length} clusters`;
  const sum = (end: 'min' | 'max') =>
    clusters.reduce((total, cluster) => total + machines(cluster, end), 0);
  return `${table}\n\n${count}, ${range({ min: sum('min'), max: sum('max') })} machines\n`;
}

function row(cluster: ListedCluster): readonly (string | number)[] {
  const pools = cluster.pools.map((pool) => `${pool.name} ${range(pool)}`);
  return [
    `${cluster.managementCluster}/${cluster.name}`,
    `${cluster.cloud} (${cluster.provider})`,
    cluster.kubernetesVersion,
    cluster.controlPlane,
    pools.join(', '),
    cluster.addons.join(', '),
  ];
}

function machines({ controlPlane, pools }: ListedCluster, end: 'min' | 'max'): number {
  return pools.reduce((sum, pool) => sum + pool[end], controlPlane);
}

function range({ min, max }: Pick<ListedPool, 'min' | 'max'>): string {
  return min === max ? String(min) : `${min}–${max}`;
}
