/** Name of a cluster of the benchmark, with the same length for every number. */
export function clusterName(index: number): string {
  return `bench-${String(index).padStart(4, '0')}`;
}
