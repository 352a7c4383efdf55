import { hash as hashOf } from 'node:crypto';

const HASH_DIGITS = 8;
const CACHED_HASHES = 2_000;
const CACHED_TEXT_LENGTH = 4_000;
/** Hashes by the text of the data as it came, which is quicker to write than its canonical text. */
const hashes = new Map<string, string>();

/** First digits of the hash of plain data, the same for any order of its keys. */
export function contentHash(data: unknown): string {
  const text = JSON.stringify(data) ?? '';
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = hashOf('sha256', canonicalJson(data)).slice(0, HASH_DIGITS);
  if (text.length > CACHED_TEXT_LENGTH) return hash;
  if (hashes.size >= CACHED_HASHES) hashes.clear();
  hashes.set(text, hash);
  return hash;
}

/** Name that changes with the contents it stands for. */
export function hashedName(base: string, data: unknown): string {
  return `${base}-${contentHash(data)}`;
}

/** Writes plain data as JSON with sorted keys, leaving out keys without a value. What JSON does not have is null. */
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
