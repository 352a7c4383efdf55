/** Writes objects as YAML documents in one text. */
export type EmitDocuments = (objects: readonly object[]) => string;

const PLAIN = 1;
const SHORT_ESCAPE = 2;
const LONG_ESCAPE = 6;

const BORDER = '\n---';
const SIZES = sizesOfAscii();

/** Returns the size in UTF-8 of a text as a JSON string, escaped as `kubectl apply` does. */
export function jsonBytes(text: string): number {
  let bytes = 2;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    bytes += code < 128 ? (SIZES[code] ?? PLAIN) : sizeBeyondAscii(code);
  }
  return bytes;
}

/** Splits a text at the borders of its YAML documents. The pieces joined are the text. */
export function splitDocuments(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let at = text.indexOf(BORDER); at >= 0; at = text.indexOf(BORDER, at + 1)) {
    const next = text.charCodeAt(at + BORDER.length);
    if (!Number.isNaN(next) && !isWhiteSpace(next)) continue;
    pieces.push(text.slice(start, at + 1));
    start = at + 1;
  }
  pieces.push(text.slice(start));
  return joinEmpty(pieces);
}

/** Joins pieces without content to their neighbors. */
function joinEmpty(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  let pending = '';
  for (const piece of pieces) {
    pending += piece;
    if (!hasContent(piece)) continue;
    joined.push(pending);
    pending = '';
  }
  if (pending !== '') joined.push((joined.pop() ?? '') + pending);
  return joined;
}

function hasContent(piece: string): boolean {
  return /^(?!---\s*$|---\s+#|\s*$|\s*#|%)/m.test(piece);
}

function isWhiteSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function sizeBeyondAscii(code: number): number {
  if (code === 0x2028 || code === 0x2029) return LONG_ESCAPE;
  const halfOfPair = code >= 0xd800 && code <= 0xdfff;
  return code < 0x800 || halfOfPair ? 2 : 3;
}

function sizesOfAscii(): Uint8Array {
  const sizes = new Uint8Array(128).fill(PLAIN).fill(LONG_ESCAPE, 0, 0x20);
  for (const letter of '\n\r\t"\\') sizes[letter.charCodeAt(0)] = SHORT_ESCAPE;
  for (const letter of '<>&') sizes[letter.charCodeAt(0)] = LONG_ESCAPE;
  return sizes;
}
