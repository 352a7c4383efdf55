import { hash } from 'node:crypto';
import { join } from 'node:path';
import { type Finding, ValidationError } from '../base/errors';
import { isMap } from '../base/is-map';
import { readPlainFile } from '../files/plain-file';
import { isOutputPath } from './output-path';

/** Name of the file that lists the output. */
export const INDEX_FILE = '.capi-fleet-index.json';

/** Identifier of the rule that the index is intact. */
const INDEX_RULE = 'output-index';

/** Version of the index that this library writes and reads. */
const VERSION = 1;

const HASH = /^[0-9a-f]{64}$/;

/**
 * Files of an earlier synth by path, each with the hash of its contents.
 *
 * During a commit, a changing file has two hashes: the old and the new one.
 */
export type OutputIndex = ReadonlyMap<string, readonly string[]>;

/** Hash of a file's contents, as the index stores it. */
export function fileHash(content: string | Buffer): string {
  return hash('sha256', content);
}

/**
 * Reads the index of an output folder; without a file, it is empty.
 *
 * @throws ValidationError when the index is damaged, ObstacleError when something other than a file is at its path.
 */
export function readIndex(outdir: string): OutputIndex {
  const file = join(outdir, INDEX_FILE);
  const text = readPlainFile(file)?.toString('utf8');
  if (text === undefined) return new Map();
  const read = indexIn(text);
  if (read instanceof Map) return read;
  throw new ValidationError([{ path: file, ...read, rule: INDEX_RULE }]);
}

/** Text of an index; the same files give the same bytes. */
export function indexText(index: OutputIndex): string {
  const sorted = [...index].sort(([a], [b]) => (a < b ? -1 : 1));
  const files = Object.fromEntries(
    sorted.map(([path, hashes]) => [path, hashes.length === 1 ? hashes[0] : hashes]),
  );
  return `${JSON.stringify({ version: VERSION, files }, undefined, 1)}\n`;
}

/** Index with the old and the new hash of every file. */
export function bothIndexes(before: OutputIndex, after: OutputIndex): OutputIndex {
  const both = new Map(before);
  for (const [path, hashes] of after) {
    both.set(path, [...new Set([...(before.get(path) ?? []), ...hashes])]);
  }
  return both;
}

/** Tells whether a file has exactly this hash. */
export function isOnly(hash: string, hashes: readonly string[] | undefined): boolean {
  return hashes?.length === 1 && hashes[0] === hash;
}

/** Tells whether two indexes are equal. */
export function sameIndex(a: OutputIndex, b: OutputIndex): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([path, hashes]) => b.get(path)?.join() === hashes.join());
}

type Damage = Finding & { readonly prop: string };

const RESTORE =
  'restore it from Git, or delete it together with the files of this fleet, then run the synth again';

function indexIn(text: string): Map<string, readonly string[]> | Damage {
  const index = tryParse(text);
  if (!isMap(index)) return damage('text', text.slice(0, 40), 'the JSON index that synth writes');
  const { version, files } = index;
  if (version !== VERSION) return versionDamage(version);
  if (!isMap(files)) return damage('files', files, 'a map from paths to hashes');
  const entries = new Map<string, readonly string[]>();
  for (const [path, value] of Object.entries(files)) {
    if (!isOutputPath(path)) return damage('files', path, 'paths that a fleet writes');
    const hashes: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (hashes.length === 0 || !hashes.every(isHash)) {
      return damage(`files[${JSON.stringify(path)}]`, value, 'a SHA-256 hash, or a list of them');
    }
    entries.set(path, hashes);
  }
  return entries;
}

function versionDamage(version: unknown): Damage {
  const isNewer = typeof version === 'number' && version > VERSION;
  const fix = isNewer ? 'upgrade capi-fleet: npm install capi-fleet@latest' : RESTORE;
  return {
    ...damage('version', version, `${VERSION}, the version that this capi-fleet reads`),
    fix,
  };
}

function damage(prop: string, given: unknown, allowed: string): Damage {
  return { prop, ...(given === undefined ? {} : { given }), allowed, fix: RESTORE };
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
