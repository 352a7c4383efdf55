/** Longest text that a template of a name or address makes. */
const MOST_LENGTH = 253;

const WHOLE = new Set(['undefined', 'null', 'NaN', '[object Object]', '[object Promise]']);
const PART = /(?:^|[-._/:@,=])(?:undefined|NaN)(?:$|[-._/:@,=])|\[object [A-Z]\w*\]/;

/** Tells whether a text is what a template makes of a value that is not there, or that is no text. */
export function isOddText(text: string): boolean {
  if (text.length > MOST_LENGTH) return false;
  if (WHOLE.has(text)) return true;
  return (
    (text.includes('undefined') || text.includes('NaN') || text.includes('[object ')) &&
    !text.includes('\n') &&
    PART.test(text)
  );
}
