import type { UserObject } from './user-charts';

/** File of the output outside the folders of clusters. */
export interface ExtraFile {
  /** Path below the output folder, with slashes. */
  readonly path: string;
  /** Text of the file. */
  readonly content: string;
  /** Objects of the file, if it comes from a user chart. */
  readonly objects?: readonly UserObject[];
  /** Name of the management cluster whose folder holds the file, if any. */
  readonly managementCluster?: string;
}
