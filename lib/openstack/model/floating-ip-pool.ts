/** What happens to floating IPs when their machines are deleted. */
export type ReclaimPolicy = 'Delete' | 'Retain';

/** Floating IP pool for machines, as plain data. */
export interface FloatingIPPoolModel {
  /** Construct path. */
  readonly path: string;
  /** Name of the pool in its cluster. */
  readonly name: string;
  /** Maximum number of floating IPs in use at a time; absent if unlimited. */
  readonly maxIPs?: number;
  /** Existing floating IPs of the project, which are assigned first. */
  readonly preAllocatedFloatingIPs: readonly string[];
  /** What happens to the other floating IPs when their machines are deleted. */
  readonly reclaimPolicy: ReclaimPolicy;
}

/** Returns the name of the object of a pool. */
export function floatingIPPoolName(cluster: { readonly name: string }, pool: string): string {
  return `${cluster.name}-${pool}`;
}
