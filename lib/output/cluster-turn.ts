import type { AssembledCluster } from '../assembly/model';
import type { RenderedObject } from '../assembly/render-cluster';
import type { Issue } from '../base/errors';
import type { Manifest } from '../base/manifest';
import type { AcceptedCredential } from '../secrets/scan/accepted';
import type { OutputLayout } from './cluster-files';
import type { ExtraFile } from './extra-file';
import type { ManagementTurn } from './management-folders';

/** One cluster of a fleet, when its turn to be written has come. */
export interface ClusterTurn {
  /** Cluster as plain data. */
  readonly model: AssembledCluster;
  /** Whether the model alone decides on the objects: nothing patches them, and none are added. */
  readonly modelOnly: boolean;
  /**
   * Renders the cluster's objects; called only for a model without issues.
   *
   * @param model Model to render in place of the cluster's own.
   * @default - the cluster's own
   */
  render(model?: AssembledCluster): readonly RenderedObject[];
  /** Objects that the user put into the cluster's tree. */
  extraObjects(): readonly Manifest[];
}

/** What a synth needs besides the clusters. */
export interface FleetSynthOptions {
  /** Folder that the tree is written to. */
  readonly outdir: string;
  /** How the objects of a cluster are divided into files. */
  readonly layout: OutputLayout;
  /** Number of clusters, for progress. */
  readonly total: number;
  /** Names of the only clusters to write; all others stay as they are. */
  readonly only?: readonly string[];
  /** Folder of CRD files against which every object is checked in full. */
  readonly crds?: string;
  /** Credentials in the manifests that are meant. */
  readonly acceptedCredentials?: readonly AcceptedCredential[];
  /** Makes the files outside the clusters' folders, when every cluster has had its turn. */
  readonly extraFiles: () => readonly ExtraFile[];
  /** Mistakes that constructors and factories have found; asked for when every cluster has had its turn. */
  readonly refused?: () => readonly Issue[];
  /** Every management cluster of the fleet, those without clusters included. */
  readonly managementClusters: readonly ManagementTurn[];
  /** Whether a tree is written, or one file with everything in the order in which it is applied. */
  readonly form: 'tree' | 'stream';
  /** Whether a lock is removed whose holder cannot be seen from here. */
  readonly force?: boolean;
  /** Called with each object and the construct path that it came from. */
  readonly onObject?: (name: string, path: string) => void;
}
