import type { FleetSynthOptions } from './cluster-turn';
import { KnownClusters, type KnownFile } from './known-clusters';
import { libraryStamp } from './library-stamp';
import { fileHash } from './output-index';
import type { TreeWriter } from './tree-writer';

/** Fewest clusters of a fleet for which remembering is worth a file. */
export const LEAST_CLUSTERS = 50;

/** Cluster that this synth has written. */
export interface LearnedCluster {
  /** Folder of the cluster in the output. */
  readonly folder: string;
  /** Digest of the model. */
  readonly digest: string;
  /** Number of objects. */
  readonly objects: number;
  /** Names of all files in the folder. */
  readonly names: readonly string[];
}

/**
 * Memory of clusters that need no work: model, library and settings are the same, and so are the files on disk.
 *
 * Whatever else may decide on the output rules it out: patches, objects of the user's own, CRD files, recorders, and folders to print.
 */
export class FleetMemory {
  private readonly known: KnownClusters | undefined;
  private readonly learned: LearnedCluster[] = [];

  constructor(
    private readonly tree: TreeWriter,
    private readonly options: FleetSynthOptions,
  ) {
    this.known = knownClusters(options, tree.outdir);
  }

  /** Whether this synth remembers anything. */
  get isUsed(): boolean {
    return this.known !== undefined;
  }

  /** Leaves a cluster as it is, and tells the number of its objects; undefined where it must be rendered. */
  tryKeep(folder: string, digest: string): number | undefined {
    const cluster = this.known?.find(folder, digest);
    if (cluster === undefined || !this.tree.tryKeep(folder, cluster.files)) return undefined;
    this.known?.keep(folder);
    return cluster.objects;
  }

  /** Notes a cluster that is written by this synth. */
  learn(cluster: LearnedCluster): void {
    this.learned.push(cluster);
  }

  /** Writes what is known once the files are on disk; a synth does not fail for want of it. */
  save(): void {
    for (const { folder, digest, objects, names } of this.learned) {
      const files = names.map((name) => this.tree.left(folder, name)).filter(isLeft);
      if (files.length === names.length) this.known?.learn(folder, { digest, objects, files });
    }
    try {
      this.known?.save(this.options.only !== undefined);
    } catch {
      return;
    }
  }
}

function knownClusters(options: FleetSynthOptions, outdir: string): KnownClusters | undefined {
  const { total, crds, onObject, layout, form } = options;
  if (total < LEAST_CLUSTERS || crds !== undefined || onObject !== undefined) return undefined;
  if (form === 'stream') return undefined;
  const stamp = libraryStamp();
  if (stamp === undefined) return undefined;
  return new KnownClusters(
    outdir,
    fileHash(JSON.stringify([stamp, layout, options.acceptedCredentials ?? []])),
  );
}

function isLeft(file: KnownFile | undefined): file is KnownFile {
  return file !== undefined;
}
