import type { FleetFile, PlacedObject } from '../output/fleet-file';

/** Fleet that is tested: a `Fleet`, or anything that renders the same files. */
export interface TestedFleet {
  /** Renders the files that a synth writes, with their objects. */
  renderFiles(): readonly FleetFile[];
}

/** Object of a fleet, with its file. */
export interface FoundObject extends PlacedObject {
  /** Path of the file below the output folder, such as `mothership/prod/pools.yaml`. */
  readonly file: string;
  /** Construct path of the workload cluster that the object belongs to; absent for other objects. */
  readonly cluster?: string;
}

/** Fleet, or objects of one that was rendered before. */
export type ObjectSource = TestedFleet | readonly FoundObject[];

/** Workload cluster, by its construct path or its name. */
export interface ClusterChoice {
  /**
   * Construct path or name of the cluster.
   *
   * @default - all clusters, and objects outside of clusters
   */
  readonly cluster?: string;
}

/** Tells whether something belongs to the chosen cluster; without a choice, everything does. */
export function isOfCluster(
  { cluster }: { readonly cluster?: string },
  { cluster: chosen }: ClusterChoice,
): boolean {
  if (chosen === undefined) return true;
  return cluster === chosen || (cluster?.endsWith(`/${chosen}`) ?? false);
}
