import { SynthError } from '../base/errors';

/** Words, and numbers in any notation, that some YAML readers do not read as strings. */
const AMBIGUOUS =
  /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.(?:inf|nan)|(?!\d+(?:\.\d+){3}$)[-+\d._,:e]+|[-+]?0[xob][\da-f_]*|\d{4}-\d\d?-\d\d?.*)$/i;

/** Start of a text that is a plain scalar in every YAML version. */
const PLAIN_START = /^(?:--?[A-Za-z]|\.{1,2}[A-Za-z0-9_/]|[A-Za-z0-9_/(])/;

/** Characters that end or cannot be in a plain scalar, such as a misplaced blank, colon or hash. */
const NOT_PLAIN = /[^ -~]|[ :#]{2}|[ :#]$/;

/** Characters that YAML readers refuse, or that a plain or block scalar would lose. */
const UNPRINTABLE = /[^\n\t -~\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]/;

const ESCAPED = /["\\\p{Cc}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]/gu;

const SHORT = 64;
const CACHED_SCALARS = 5_000;
/** Lines of short scalars, many of which repeat in manifests. */
const cache = new Map<string, string>();

/** Writes a text without line breaks as a scalar: plain if that is safe, otherwise quoted. */
export function scalar(text: string): string {
  return scalarLine(text).slice(1, -1);
}

/** Writes a scalar with the blank before it and the line end after it. */
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
    throw new SynthError('a text contains a lone surrogate, which YAML cannot represent');
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

/** Tells whether a text contains a lone surrogate, which no Unicode encoding can represent. */
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
