import { hash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SynthError } from '../errors';

/** Name of the file that lists what we wrote. */
export const INDEX_FILE = '.capi-fleet-index.json';

/** Files of an earlier synth with the hashes of their contents, by path. */
export type OutputIndex = ReadonlyMap<string, string>;

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
    const { files }: { files: Record<string, string> } = JSON.parse(readFileSync(file, 'utf8'));
    return new Map(Object.entries(files));
  } catch (cause) {
    const fix = 'delete it, and the next synth adopts the files that are equal';
    throw new SynthError(`${file} is damaged; ${fix}`, { cause });
  }
}

/** Writes the index of an output folder in one step, the same bytes for the same files. */
export function writeIndex(outdir: string, index: OutputIndex): void {
  const files = Object.fromEntries([...index].sort(([a], [b]) => (a < b ? -1 : 1)));
  const file = join(outdir, INDEX_FILE);
  writeFileSync(`${file}.tmp`, `${JSON.stringify({ version: 1, files }, undefined, 1)}\n`);
  renameSync(`${file}.tmp`, file);
}
