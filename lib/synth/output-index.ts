import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SynthError } from '../errors';
import { isOutputPath } from './output-path';

/** Name of the file that lists what we wrote. */
export const INDEX_FILE = '.capi-fleet-index.json';

/**
 * Files of an earlier synth by path, each with the hash of its contents.
 *
 * While a commit is under way a file has two: of what it was, and of what it is to be.
 */
export type OutputIndex = ReadonlyMap<string, readonly string[]>;

/** Hash by which the index knows a file's contents. */
export function fileHash(content: string | Buffer): string {
  return hash('sha256', content);
}

/**
 * Reads the index of an output folder; one that was never written is empty.
 *
 * @throws SynthError when the index is there and cannot be read.
 */
export function readIndex(outdir: string): OutputIndex {
  const file = join(outdir, INDEX_FILE);
  if (!existsSync(file)) return new Map();
  try {
    const parsed: { files: Record<string, string | string[]> } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    return new Map(Object.entries(parsed.files).map(([path, hashes]) => entry(path, hashes)));
  } catch (cause) {
    const fix = 'restore it, or delete it together with the files that it lists';
    throw new SynthError(`${file} is damaged; ${fix}`, { cause });
  }
}

/** Text of an index, the same bytes for the same files. */
export function indexText(index: OutputIndex): string {
  const sorted = [...index].sort(([a], [b]) => (a < b ? -1 : 1));
  const files = Object.fromEntries(
    sorted.map(([path, hashes]) => [path, hashes.length === 1 ? hashes[0] : hashes]),
  );
  return `${JSON.stringify({ version: 1, files }, undefined, 1)}\n`;
}

function entry(path: string, hashes: string | string[]): [string, readonly string[]] {
  if (!isOutputPath(path)) throw new Error(`${JSON.stringify(path)} is no path of the output`);
  return [path, typeof hashes === 'string' ? [hashes] : hashes];
}
