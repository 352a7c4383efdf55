import type { FleetSynthOptions } from './cluster-turn';
import { KnownClusters, type KnownFile } from './known-clusters';
import { libraryStamp } from './library-stamp';
import { fileHash } from './output-index';
import type { TreeWriter } from './tree-writer';

/** Smallest number of clusters for which the cache is worth its file. */
export const LEAST_CLUSTERS = 50;

/** Cluster that this synth has written. */
export interface LearnedCluster {
  /** Folder of the cluster in the output. */
  readonly folder: string;
  /** Digest of the model. */
  readonly digest: string;
  /** Number of objects. */
  readonly objects: number;
  /** Names of all files of the folder. */
  readonly names: readonly string[];
}

/**
 * Cache of clusters that need no work, because model, library, settings and files on disk are unchanged.
 *
 * It is not used if anything else can affect the output: patches, user objects, CRD files, `onObject`, and output as a
 * stream.
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

  /** Whether this synth uses the cache. */
  get isUsed(): boolean {
    return this.known !== undefined;
  }

  /** Keeps a cluster as it is and returns the number of its objects; undefined if it must be rendered. */
  tryKeep(folder: string, digest: string): number | undefined {
    const cluster = this.known?.find(folder, digest);
    if (cluster === undefined || !this.tree.tryKeep(folder, cluster.files)) return undefined;
    this.known?.keep(folder);
    return cluster.objects;
  }

  /** Records a cluster that this synth writes. */
  learn(cluster: LearnedCluster): void {
    this.learned.push(cluster);
  }

  /** Writes the cache once the files are on disk; a synth does not fail if that fails. */
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
