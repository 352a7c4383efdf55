import type { AssembledCluster } from '../assembly/model';
import type { PatchObject, RenderedObject } from '../assembly/render-cluster';
import type { Issue } from '../base/errors';
import type { Manifest } from '../base/manifest';
import type { AcceptedCredential } from '../secrets/scan/accepted';
import type { OutputLayout } from './cluster-files';
import type { ExtraFile } from './extra-file';
import type { FleetFile } from './fleet-file';
import type { ManagementTurn } from './management-folders';

/** Cluster of a fleet that is ready to be written. */
export interface ClusterTurn {
  /** Cluster as plain data. */
  readonly model: AssembledCluster;
  /** Whether only the model determines the objects: there are no patches or additional objects. */
  readonly modelOnly: boolean;
  /**
   * Renders the cluster's objects; called only for a model without issues.
   *
   * @param model Model to render instead of the cluster's own.
   * @default - the cluster's own
   */
  render(model?: AssembledCluster): readonly RenderedObject[];
  /**
   * Changes one object that the cluster shares with others, by its key.
   *
   * @default - shared objects are not changed
   */
  readonly patchShared?: PatchObject;
  /** Objects that the user added below the cluster. */
  extraObjects(): readonly Manifest[];
}

/** Options of a synth. */
export interface FleetSynthOptions {
  /** Folder to write the tree to. */
  readonly outdir: string;
  /** Distribution of the objects of a cluster over files. */
  readonly layout: OutputLayout;
  /** Number of clusters, for progress. */
  readonly total: number;
  /** Names of the only clusters to write; all others are left unchanged. */
  readonly only?: readonly string[];
  /** Folder of CRD files to check every object against. */
  readonly crds?: string;
  /** Credentials that are in the manifests on purpose. */
  readonly acceptedCredentials?: readonly AcceptedCredential[];
  /** Makes the files outside the folders of clusters; called after the last cluster. */
  readonly extraFiles: () => readonly ExtraFile[];
  /** Mistakes that constructors and factories found; called after the last cluster. */
  readonly refused?: () => readonly Issue[];
  /** Every management cluster of the fleet, including those without workload clusters. */
  readonly managementClusters: readonly ManagementTurn[];
  /** Whether to write a tree, or a single file with all objects in the order to apply them. */
  readonly form: 'tree' | 'stream';
  /** Whether to remove a lock whose holder is not visible from this host. */
  readonly force?: boolean;
  /** Called with each object and the construct path that it comes from. */
  readonly onObject?: (name: string, path: string) => void;
  /** Called with each file of a cluster's folder and each file outside of these folders. */
  readonly onFile?: (file: FleetFile) => void;
}
