/** Value that stands at a place of a text. */
export interface PlacedValue {
  /** Value without quotes. */
  readonly value: string;
  /** Where it begins, behind an opening quote. */
  readonly start: number;
  /** Where it ends, before a closing quote. */
  readonly end: number;
}

const LONGEST = 10_000;
const QUOTED = /(\\{0,3})(["'`])((?:(?!\1\2)[^\n])*?)\1\2/y;
/** What a shell, a template or a page fills in, which may have blanks in it. */
const FILLED =
  /(?:\$__\w+\{[^}\n]*\}|\$\((?:[^()]|\([^()]*\))*\)|\$\{[^}\n]*\}|\{\{.*?\}\}|<[^<>\n]*>)+[^\s,;|&)}\]"']*/y;
/** Lines of YAML below a sign that a text follows. */
const BLOCK = /[|>][-+]?\d?[ \t]*\r?\n(?:[ \t]+[^\n]*\n?)+/y;
const PLAIN = /[^\s"'`]\S*/y;

/** Reads the value that begins at an index: a quotation, something filled in, or a word. */
export function valueAt(text: string, index: number): PlacedValue | undefined {
  const quoted = matchAt(QUOTED, text, index);
  if (quoted !== undefined) {
    const [, slashes = '', quote = '', value = ''] = quoted;
    const start = index + slashes.length + quote.length;
    return { value, start, end: start + value.length };
  }
  const block = matchAt(BLOCK, text, index)?.[0];
  if (block !== undefined)
    return { value: block.slice(1).trim(), start: index, end: index + block.length };
  const filled = matchAt(FILLED, text, index)?.[0];
  const value = filled ?? plainValue(matchAt(PLAIN, text, index)?.[0]);
  return value === '' ? undefined : { value, start: index, end: index + value.length };
}

function plainValue(word = ''): string {
  return word.slice(0, LONGEST).replace(/(?:\\?["'`]|[,;)}\]])+$/, '');
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}
