/** Options that differ between clusters. */
export interface Site {
  /** Name of the cluster. */
  readonly name: string;
  /** Supplier of the cloud. */
  readonly supplier: 'nordwolke' | 'rheincloud';
  /** Number in the address plan, never used twice. */
  readonly number: number;
  /** Maximum number of general workers. */
  readonly workers: number;
  /** Maximum number of GPU workers; 0 for a site without GPUs. */
  readonly gpuWorkers: number;
}

/** The fleet: to add a cluster, add a row. */
export const SITES: readonly Site[] = [
  { name: 'render-north', supplier: 'nordwolke', number: 1, workers: 10, gpuWorkers: 4 },
  { name: 'batch-north', supplier: 'nordwolke', number: 2, workers: 30, gpuWorkers: 0 },
  { name: 'render-rhine', supplier: 'rheincloud', number: 3, workers: 10, gpuWorkers: 8 },
  { name: 'stage-rhine', supplier: 'rheincloud', number: 4, workers: 3, gpuWorkers: 1 },
];
