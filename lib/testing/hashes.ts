import { rememberHashes } from '../base/content-hash';

/** Text in place of a hash. */
const MARK = '<hash>';

const HASH = /(?<![0-9a-z])[0-9a-f]{8}(?![0-9a-z])/g;
const HASHED_NAME = /^(.+)-([0-9a-f]{8})$/;

/** Hashes in this process, from the moment at which this module is loaded. */
const hashes = rememberHashes();

/** Returns a text in which every hash of contents is the same mark; other texts that look like one stay. */
export function withoutHashes(text: string): string {
  return text.replace(HASH, (found) => (hashes.has(found) ? MARK : found));
}

/** Returns the name of an object without the hash at its end. */
export function nameWithoutHash(name: string): string {
  const [, base, hash] = HASHED_NAME.exec(name) ?? [];
  return base !== undefined && hash !== undefined && hashes.has(hash) ? base : name;
}
