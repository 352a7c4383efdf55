import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SynthError } from '../errors';
import { errorCode } from './lock';

/** Name of the index file at the root of an output folder. */
export const INDEX_FILE = '.capi-fleet-index.json';

const VERSION = 1;

/**
 * Files that we wrote, each with the hashes of what it may contain.
 *
 * Two hashes stand in an index only while a commit is under way: the old and the new content.
 */
export type OutputIndex = ReadonlyMap<string, readonly string[]>;

/** Hash by which the index knows a file's content. */
export function contentHash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Index of an output folder; empty when there is none.
 *
 * @throws SynthError when the file is not an index.
 */
export function readIndex(root: string): OutputIndex {
  const file = join(root, INDEX_FILE);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return new Map();
    throw error;
  }
  const index = parseIndex(text);
  if (index !== undefined) return index;
  throw new SynthError(
    `${file}: is not an index of capi-fleet\n` +
      '  allowed: the file as a synth wrote it\n' +
      '  fix: restore it, or delete it together with the files that a synth wrote',
  );
}

/** Text of an index; the same files yield the same bytes. */
export function formatIndex(index: OutputIndex): string {
  const paths = [...index.keys()].sort();
  const lines = paths.map((path) => {
    const hashes = index.get(path) ?? [];
    const value = hashes.length === 1 ? hashes[0] : hashes;
    return `    ${JSON.stringify(path)}: ${JSON.stringify(value)}`;
  });
  return `{\n  "version": ${VERSION},\n  "files": {\n${lines.join(',\n')}\n  }\n}\n`;
}

function parseIndex(text: string): OutputIndex | undefined {
  const data = parseJson(text);
  if (!isRecord(data) || data.version !== VERSION || !isRecord(data.files)) return undefined;
  const index = new Map<string, readonly string[]>();
  for (const [path, value] of Object.entries(data.files)) {
    const hashes: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!hashes.every((hash) => typeof hash === 'string')) return undefined;
    if (isOutputPath(path)) index.set(path, hashes);
  }
  return index;
}

/** Whether a text is a relative path with slashes that stays below where it starts. */
export function isOutputPath(path: string): boolean {
  if (path === '' || /[\\\0]|^[A-Za-z]:/.test(path)) return false;
  return !/(^|\/)(\.{1,2})?(\/|$)/.test(path) && !path.startsWith('.capi-fleet-');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
