import { doubleQuoted, isUnprintable } from './scalar';

/** Scalars of long texts that many clusters share, with their indents. */
const cache = new Map<string, { readonly indent: string; readonly scalar: string }>();
/** Texts that were written once, in order. */
const seen = new Set<string>();
const SEEN_TEXTS = 12;
const CACHED_TEXT_LENGTH = 2_000;
const CACHED_TEXTS = 64;
const CACHE_LENGTH = 4_000_000;
let cachedLength = 0;

/**
 * Writes a multi-line text as a literal block if that preserves it, otherwise double-quoted.
 *
 * The result ends in a line break. A block can only be used inside a map or list, not as a whole document.
 */
export function blockScalar(text: string, indent: string): string {
  if (text.length < CACHED_TEXT_LENGTH || text.length * 4 > CACHE_LENGTH) {
    return write(text, indent);
  }
  const known = cache.get(text);
  const scalar = known?.indent === indent ? known.scalar : write(text, indent);
  if (known !== undefined || wasSeen(text)) remember(text, indent, scalar);
  return scalar;
}

/** Tells whether a text was written recently, so that more than one cluster has it. */
function wasSeen(text: string): boolean {
  if (seen.delete(text)) return true;
  seen.add(text);
  for (const first of seen) {
    if (seen.size <= SEEN_TEXTS) return false;
    seen.delete(first);
  }
  return false;
}

/** Caches a scalar, and drops the least recently used ones. */
function remember(text: string, indent: string, scalar: string): void {
  if (cache.delete(text)) cachedLength -= text.length;
  cache.set(text, { indent, scalar });
  cachedLength += text.length;
  for (const first of cache.keys()) {
    if (cache.size <= CACHED_TEXTS && cachedLength <= CACHE_LENGTH) return;
    cache.delete(first);
    cachedLength -= first.length;
  }
}

function write(text: string, indent: string): string {
  if (!isBlock(text)) return `${doubleQuoted(text)}\n`;
  const hint = /^[ \t\n]/.test(text) ? '2' : '';
  const lines = text.replace(/\n(?=[^\n])/g, `\n${indent}`);
  const body = text.startsWith('\n') ? lines : indent + lines;
  if (!text.endsWith('\n')) return `|${hint}-\n${body}\n`;
  return `|${hint}${text.endsWith('\n\n') ? '+' : ''}\n${body}`;
}

/** Some readers drop a last line of only blanks, or fail on a text of only blanks. */
function isBlock(text: string): boolean {
  return !isUnprintable(text) && /[^ \t\n]/.test(text) && !/\n[ \t]+\n*$/.test(text);
}
