import type { ClusterSummary } from './fleet-summary';

/** Groups clusters that share a key; clusters without a key, or with a unique one, are in no group. */
export function groupsOf<C>(
  clusters: readonly C[],
  keyOf: (cluster: C) => string | undefined,
): C[][] {
  const first = new Map<string, C>();
  const groups = new Map<string, C[]>();
  for (const cluster of clusters) {
    const key = keyOf(cluster);
    if (key === undefined) continue;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, cluster);
      continue;
    }
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [earlier, cluster]);
    else group.push(cluster);
  }
  return [...groups.values()];
}

/** Returns the key of the namespace that a cluster's objects are in. */
export function namespaceKey({ managementCluster, namespace }: ClusterSummary): string {
  return `${managementCluster}/${namespace}`;
}
