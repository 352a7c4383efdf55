import { join } from 'node:path';
import { makeFolder } from '../files/make-folder';
import { readPlainFile } from '../files/plain-file';
import {
  PRIVATE_FOLDER_MODE,
  PRIVATE_MODE,
  refuseObstacle,
  replaceFile,
} from '../files/replace-file';

/** Name of the cache folder, which keeps itself out of Git. */
export const MEMORY_FOLDER = '.capi-fleet-cache';

const FILE = 'clusters';
const IGNORE_FILE = '.gitignore';

/** File of a cluster's folder as a synth left it. */
export interface KnownFile {
  /** Name of the file in the folder. */
  readonly name: string;
  /** Hash of the contents. */
  readonly hash: string;
  /** Size, times and inode, which change with the file. */
  readonly fingerprint: string;
}

/** Cluster as a synth left it. */
export interface KnownCluster {
  /** Digest of the model. */
  readonly digest: string;
  /** Number of objects. */
  readonly objects: number;
  /** Every file of the cluster's folder. */
  readonly files: readonly KnownFile[];
}

/**
 * Cache of clusters that earlier synths checked and wrote, by their folders.
 *
 * It is in the output folder and valid only on this machine. Losing it only costs time.
 */
export class KnownClusters {
  private readonly lines: ReadonlyMap<string, string>;
  private readonly kept = new Set<string>();
  private readonly learned = new Map<string, KnownCluster>();

  /** Reads the cache; one that was written with other settings is ignored. */
  constructor(
    private readonly outdir: string,
    private readonly settings: string,
  ) {
    this.lines = readLines(join(outdir, MEMORY_FOLDER), settings);
  }

  /** Finds a cluster whose model has not changed. */
  find(folder: string, digest: string): KnownCluster | undefined {
    const line = this.lines.get(folder);
    if (line?.startsWith(digest) !== true) return undefined;
    return parsed(digest, line.slice(digest.length));
  }

  /** Records that a cluster has not changed. */
  keep(folder: string): void {
    this.kept.add(folder);
  }

  /** Records a cluster that was written. */
  learn(folder: string, cluster: KnownCluster): void {
    this.learned.set(folder, cluster);
  }

  /** Writes the clusters of this synth, and optionally all other known ones. */
  save(withOthers: boolean): void {
    const all = new Map<string, string>();
    for (const [folder, line] of this.lines) {
      if (withOthers || this.kept.has(folder)) all.set(folder, line);
    }
    if (this.learned.size === 0 && all.size === this.lines.size) return;
    for (const [folder, { digest, objects, files }] of this.learned) {
      const entries = files.map(({ name, hash, fingerprint }) => [name, hash, fingerprint]);
      all.set(folder, `${digest}${JSON.stringify([objects, entries])}`);
    }
    let text = `${this.settings}\n`;
    for (const [folder, line] of all) text += `${JSON.stringify(folder)}\t${line}\n`;
    write(join(this.outdir, MEMORY_FOLDER), text);
  }
}

/**
 * Makes sure that nothing else is at the path of the cache.
 *
 * @throws ObstacleError for the first obstacle.
 */
export function refuseMemoryObstacles(outdir: string): void {
  const folder = join(outdir, MEMORY_FOLDER);
  if (refuseObstacle(folder, 'a folder') === undefined) return;
  for (const name of [IGNORE_FILE, FILE]) refuseObstacle(join(folder, name), 'a file');
}

function write(folder: string, text: string): void {
  refuseObstacle(folder, 'a folder');
  makeFolder(folder, PRIVATE_FOLDER_MODE);
  replaceFile(join(folder, IGNORE_FILE), '*\n', PRIVATE_MODE);
  replaceFile(join(folder, FILE), text, PRIVATE_MODE);
}

function readLines(folder: string, settings: string): Map<string, string> {
  const lines = new Map<string, string>();
  const [first, ...others] = tryRead(folder).split('\n');
  if (first !== settings) return lines;
  for (const line of others) {
    const end = line.indexOf('\t');
    const folder = tryParse(line.slice(0, Math.max(end, 0)));
    if (typeof folder === 'string') lines.set(folder, line.slice(end + 1));
  }
  return lines;
}

function tryRead(folder: string): string {
  try {
    if (refuseObstacle(folder, 'a folder') === undefined) return '';
    return readPlainFile(join(folder, FILE))?.toString('utf8') ?? '';
  } catch {
    return '';
  }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parsed(digest: string, text: string): KnownCluster | undefined {
  const value = tryParse(text);
  if (!Array.isArray(value)) return undefined;
  const [objects, entries]: readonly unknown[] = value;
  if (typeof objects !== 'number' || !Array.isArray(entries)) return undefined;
  const files = entries.map(knownFile).filter((file) => file !== undefined);
  return files.length === entries.length ? { digest, objects, files } : undefined;
}

function knownFile(entry: unknown): KnownFile | undefined {
  if (!Array.isArray(entry)) return undefined;
  const [name, hash, fingerprint]: readonly unknown[] = entry;
  if (typeof name !== 'string' || typeof hash !== 'string') return undefined;
  return typeof fingerprint === 'string' ? { name, hash, fingerprint } : undefined;
}
