import type { Manifest } from '../base/manifest';

/** Object of a file, with the construct that it is rendered from. */
export interface PlacedObject {
  /** The object. */
  readonly object: Manifest;
  /** Construct path. */
  readonly path: string;
}

/** File of a fleet's output, with the objects in it. */
export interface FleetFile {
  /** Path below the output folder, with slashes. */
  readonly path: string;
  /** Text of the file. */
  readonly content: string;
  /** Objects of the file, in order; none for lists of files and for files that are copied. */
  readonly objects: readonly PlacedObject[];
  /** Construct path of the workload cluster whose folder the file is in; absent for other files. */
  readonly cluster?: string;
}
