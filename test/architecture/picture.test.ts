import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, ROOT, sourceFiles } from '../support/import-graph';
import { HOUSE, roomOf } from './house';

const PAGE = join(ROOT, 'docs/architecture.md');
const PARTS = { table: table(), picture: picture() };

describe('page about the architecture', () => {
  for (const [name, text] of Object.entries(PARTS)) {
    it(`has the ${name} that the code gives`, () => {
      const page = readFileSync(PAGE, 'utf8');
      const part = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- end of ${name} -->)`);
      assert.match(page, part);
      const made = page.replace(part, (_, begin, end) => `${begin}${text}${end}`);
      if (process.env.UPDATE_DOCS === '1') {
        assert.equal(process.env.CI, undefined, 'UPDATE_DOCS is refused when CI is set');
        writeFileSync(PAGE, made);
      }
      assert.equal(readFileSync(PAGE, 'utf8'), made);
    });
  }
});

/** Folders with what is in them and what they may import. */
function table(): string {
  const rows = Object.entries(HOUSE).map(
    ([folder, { what, may }]) =>
      `| \`${folder}\` | ${what} | ${may.length === 0 ? 'nothing' : may.map(short).join(', ')} |`,
  );
  return [
    '| folder | what is in it | may import, besides `lib/base` |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** Imports between folders as they are, but for those of `lib/base`, which all have. */
function picture(): string {
  const ways = sourceFiles('lib', 'constructs', 'stacks', 'examples', 'recipes')
    .flatMap(importsOf)
    .filter(({ to }) => to.endsWith('.ts'))
    .map(({ from, to }) => [roomOf(from), roomOf(to)] as const)
    .filter(([from, to]) => from !== to && to !== 'lib/base')
    .map(([from, to]) => `  ${node(from)} --> ${node(to)}`);
  return ['```mermaid', 'graph TD', ...[...new Set(ways)].sort(), '```', ''].join('\n');
}

function node(folder: string): string {
  return short(folder);
}

function short(folder: string): string {
  return folder.replace(/^lib\//, '');
}
