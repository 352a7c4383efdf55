import Table from 'cli-table3';
import { masked } from './masking/mask';

/** Parts of a table that would otherwise be drawn as lines. */
const LINES = ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) =>
  ['', '-mid', '-left', '-right'].map((end) => `${side}${end}`),
);
const CHARS = { ...Object.fromEntries(LINES.map((part) => [part, ''])), middle: '  ' };

/** Characters between two columns. */
const GAP = 2;
/** Rows of a table. */
export interface PlainTable {
  /** Cells, row by row. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Column headings. */
  readonly head?: readonly string[];
  /**
   * Characters of a line, beyond which cells are wrapped.
   *
   * @default - the width of the terminal, or as wide as the table is where there is none
   */
  readonly width?: number;
}

/** Aligns columns, numbers to the right, without borders, and wraps the widest cells; secrets in cells are masked. */
export function plainTable({ rows, head = [], width = terminalWidth() }: PlainTable): string {
  const texts = rows.map((row) => row.map(shown));
  const columns = Math.max(head.length, ...rows.map((row) => row.length));
  const widest = (lengthOf: (cell: string) => number) =>
    Array.from({ length: columns }, (_, column) =>
      Math.max(...[head, ...texts].map((row) => lengthOf(String(row[column] ?? '')))),
    );
  const natural = widest((cell) => cell.length);
  const table = new Table({
    chars: CHARS,
    head: [...head],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: natural.map((_, column) =>
      rows.some((row) => typeof row[column] === 'number') ? 'right' : 'left',
    ),
    ...(isWider(natural, width) && {
      colWidths: [...narrowed(natural, widest(longestWord), width)],
      wordWrap: true,
    }),
  });
  for (const row of texts) table.push(row);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Width of the terminal, also for a program whose output a command prints there. */
function terminalWidth(): number {
  return process.stdout.columns ?? (Number(process.env.COLUMNS) || Number.POSITIVE_INFINITY);
}

function isWider(widths: readonly number[], width: number): boolean {
  return widths.reduce((sum, one) => sum + one + GAP, -GAP) > width;
}

/** Takes characters from the widest columns until the table fits, as far as no word is cut. */
function narrowed(
  widths: readonly number[],
  least: readonly number[],
  width: number,
): readonly number[] {
  const narrow = [...widths];
  while (isWider(narrow, width)) {
    const spare = narrow.map((one, column) => (one > (least[column] ?? 0) ? one : 0));
    const widest = spare.indexOf(Math.max(...spare));
    if (spare[widest] === 0) break;
    narrow[widest] = (narrow[widest] ?? 0) - 1;
  }
  return narrow;
}

function longestWord(cell: string): number {
  return Math.max(...cell.split(/\s+/).map((word) => word.length));
}

function shown(cell: string | number): string | number {
  return typeof cell === 'string' ? masked(cell) : cell;
}
