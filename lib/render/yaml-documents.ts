/** Bytes of a text in UTF-8, in a JSON string as `kubectl apply` writes it. */
export function jsonBytes(text: string): number {
  const markup = count(text, '<') + count(text, '>') + count(text, '&');
  const separators = count(text, '\u2028') + count(text, '\u2029');
  return Buffer.byteLength(JSON.stringify(text)) + markup * 5 + separators * 3;
}

/** Cuts a text of YAML documents at their borders. The pieces together are the text. */
export function splitDocuments(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/^---(?=\s|$)/gm)) {
    if (index === start) continue;
    pieces.push(text.slice(start, index));
    start = index;
  }
  pieces.push(text.slice(start));
  return joinEmpty(pieces);
}

/** Leaves no piece without a document of its own. */
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

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
