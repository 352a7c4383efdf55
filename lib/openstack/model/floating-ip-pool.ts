/** What becomes of floating addresses when their machines have gone. */
export type ReclaimPolicy = 'Delete' | 'Retain';

/** Pool of floating addresses for machines, as plain data. */
export interface FloatingIPPoolModel {
  /** Construct path. */
  readonly path: string;
  /** Name of the pool in its cluster. */
  readonly name: string;
  /** Most addresses that machines have at a time; absent for any number. */
  readonly maxIPs?: number;
  /** Addresses that the project has, and that are given away first. */
  readonly preAllocatedFloatingIPs: readonly string[];
  /** What becomes of the others when their machines have gone. */
  readonly reclaimPolicy: ReclaimPolicy;
}

/** Name of the object of a pool. */
export function floatingIPPoolName(cluster: { readonly name: string }, pool: string): string {
  return `${cluster.name}-${pool}`;
}
