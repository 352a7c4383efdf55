/** Longest text that counts as a name or address from a template. */
const MOST_LENGTH = 253;

const WHOLE = new Set(['undefined', 'null', 'NaN', '[object Object]', '[object Promise]']);
const PART = /(?:^|[-._/:@,=])(?:undefined|NaN)(?:$|[-._/:@,=])|\[object [A-Z]\w*\]/;

/** Tells whether a text looks like a template filled with a missing value or an object. */
export function isOddText(text: string): boolean {
  if (text.length > MOST_LENGTH) return false;
  if (WHOLE.has(text)) return true;
  return (
    (text.includes('undefined') || text.includes('NaN') || text.includes('[object ')) &&
    !text.includes('\n') &&
    PART.test(text)
  );
}
