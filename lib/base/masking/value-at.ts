/** Value at a position in a text. */
export interface PlacedValue {
  /** Value without quotes. */
  readonly value: string;
  /** Start of the value, after an opening quote. */
  readonly start: number;
  /** End of the value, before a closing quote. */
  readonly end: number;
}

const LONGEST = 10_000;
const QUOTED = /(\\{0,3})(["'`])((?:(?!\1\2)[^\n])*?)\1\2/y;
/** Placeholders of a shell, a template or a page, which can contain spaces. */
const FILLED =
  /(?:\$__\w+\{[^}\n]*\}|\$\((?:[^()]|\([^()]*\))*\)|\$\{[^}\n]*\}|\{\{.*?\}\}|<[^<>\n]*>)+[^\s,;|&)}\]"']*/y;
/** Lines of YAML below a block scalar indicator. */
const BLOCK = /[|>][-+]?\d?[ \t]*\r?\n(?:[ \t]+[^\n]*\n?)+/y;
const PLAIN = /[^\s"'`]\S*/y;

/** Reads the value that starts at an index: a quotation, a placeholder or a word. */
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
