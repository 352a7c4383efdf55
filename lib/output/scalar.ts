import { SynthError } from '../base/errors';

/** Words, and numbers in any notation, that some YAML reader takes for something else than a string. */
const AMBIGUOUS =
  /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.(?:inf|nan)|(?!\d+(?:\.\d+){3}$)[-+\d._,:e]+|[-+]?0[xob][\da-f_]*|\d{4}-\d\d?-\d\d?.*)$/i;

/** How a text may begin that is a plain scalar in every YAML version. */
const PLAIN_START = /^(?:--?[A-Za-z]|\.{1,2}[A-Za-z0-9_/]|[A-Za-z0-9_/(])/;

/** What ends a plain scalar, or is none of its characters: a blank, colon or hash in a bad place. */
const NOT_PLAIN = /[^ -~]|[ :#]{2}|[ :#]$/;

/** Characters that a YAML reader refuses, or that a plain or block scalar would lose. */
const UNPRINTABLE = /[^\n\t -~\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]/;

const ESCAPED = /["\\\p{Cc}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]/gu;

const SHORT = 64;
const CACHED_SCALARS = 5_000;
/** Lines of short scalars, of which manifests have the same ones again and again. */
const cache = new Map<string, string>();

/** Writes a text without line breaks as a scalar: plain where that is safe, else quoted. */
export function scalar(text: string): string {
  return scalarLine(text).slice(1, -1);
}

/** A scalar as it ends a line: behind a blank, and with the line's end. */
export function scalarLine(text: string): string {
  if (text.length > SHORT) return ` ${decide(text)}\n`;
  const known = cache.get(text);
  if (known !== undefined) return known;
  const written = ` ${decide(text)}\n`;
  if (cache.size >= CACHED_SCALARS) cache.clear();
  cache.set(text, written);
  return written;
}

/** Tells whether a text has characters that only a double-quoted scalar can carry. */
export function isUnprintable(text: string): boolean {
  return UNPRINTABLE.test(text) || hasLoneSurrogate(text);
}

/** Writes any text as a double-quoted scalar. */
export function doubleQuoted(text: string): string {
  if (hasLoneSurrogate(text)) {
    throw new SynthError('a text holds half of a surrogate pair, which no YAML can carry');
  }
  return `"${text.replace(ESCAPED, escaped)}"`;
}

function decide(text: string): string {
  if (text === '') return "''";
  if (isPlain(text)) return text;
  if (/[\n\t]/.test(text) || isUnprintable(text)) return doubleQuoted(text);
  return `'${text.replaceAll("'", "''")}'`;
}

function isPlain(text: string): boolean {
  return PLAIN_START.test(text) && !NOT_PLAIN.test(text) && !AMBIGUOUS.test(text);
}

/** Tells whether a text holds half of a surrogate pair, which no encoding of Unicode can carry. */
export function hasLoneSurrogate(text: string): boolean {
  return !text.isWellFormed();
}

function escaped(character: string): string {
  switch (character) {
    case '"':
      return '\\"';
    case '\\':
      return '\\\\';
    case '\n':
      return '\\n';
    case '\t':
      return '\\t';
    case '\r':
      return '\\r';
    default:
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  }
}
