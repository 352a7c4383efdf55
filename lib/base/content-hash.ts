import { hash as hashOf } from 'node:crypto';

const HASH_DIGITS = 8;
const CACHED_HASHES = 2_000;
const CACHED_TEXT_LENGTH = 4_000;
/** Hashes by the JSON of the data in its original key order, which is cheaper to write than canonical JSON. */
const hashes = new Map<string, string>();

/** All hashes since somebody asked to remember them; undefined before that. */
let remembered: Set<string> | undefined;

/** Returns the hashes that were made so far, and all hashes that are made from now on. */
export function rememberHashes(): ReadonlySet<string> {
  remembered ??= new Set(hashes.values());
  return remembered;
}

/** Returns the first digits of the hash of plain data. The order of keys does not matter. */
export function contentHash(data: unknown): string {
  const text = JSON.stringify(data) ?? '';
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = hashOf('sha256', canonicalJson(data)).slice(0, HASH_DIGITS);
  remembered?.add(hash);
  if (text.length > CACHED_TEXT_LENGTH) return hash;
  if (hashes.size >= CACHED_HASHES) hashes.clear();
  hashes.set(text, hash);
  return hash;
}

/** Returns a name that changes with the content it stands for. */
export function hashedName(base: string, data: unknown): string {
  return `${base}-${contentHash(data)}`;
}

/**
 * Writes plain data as JSON with sorted keys and without undefined values. Values that JSON cannot represent become
 * null.
 */
export function canonicalJson(data: unknown): string {
  if (typeof data !== 'object' || data === null) return JSON.stringify(data) ?? 'null';
  if (Array.isArray(data)) return `[${data.map(canonicalJson).join(',')}]`;
  let text = '';
  for (const key of Object.keys(data).sort()) {
    const value = (data as Readonly<Record<string, unknown>>)[key];
    if (value === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value)}`;
  }
  return `{${text}}`;
}
