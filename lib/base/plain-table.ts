import Table from 'cli-table3';
import { masked } from './masking/mask';

/** Parts of a table that would otherwise be drawn as lines. */
const LINES = ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) =>
  ['', '-mid', '-left', '-right'].map((end) => `${side}${end}`),
);
const CHARS = { ...Object.fromEntries(LINES.map((part) => [part, ''])), middle: '  ' };

/** Rows of a table. */
export interface PlainTable {
  /** Cells, row by row. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Column headings. */
  readonly head?: readonly string[];
}

/** Aligns columns, numbers to the right, without borders; secrets in cells are masked. */
export function plainTable({ rows, head = [] }: PlainTable): string {
  const columns = Math.max(head.length, ...rows.map((row) => row.length));
  const table = new Table({
    chars: CHARS,
    head: [...head],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: Array.from({ length: columns }, (_, column) =>
      rows.some((row) => typeof row[column] === 'number') ? 'right' : 'left',
    ),
  });
  for (const row of rows) table.push(row.map(shown));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function shown(cell: string | number): string | number {
  return typeof cell === 'string' ? masked(cell) : cell;
}
