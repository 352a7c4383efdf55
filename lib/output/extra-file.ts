import type { UserObject } from './user-charts';

/** File of the output outside the clusters' folders. */
export interface ExtraFile {
  /** Path below the output folder, with slashes. */
  readonly path: string;
  /** Text of the file. */
  readonly content: string;
  /** Objects of the file, where it is one of the user's own charts. */
  readonly objects?: readonly UserObject[];
  /** Name of the management cluster in whose folder the file is, if it is in one. */
  readonly managementCluster?: string;
}
