import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/import-graph';
import { POD_EXCEPTIONS } from '../support/pod-exceptions';

const PAGE = join(ROOT, 'docs/addons.md');
const TABLE = /\| object \| container \| field \| why \|\n(\|.*\n)+/;

describe('docs/addons.md', () => {
  it('has every exception that is made for a pod', () => {
    const rows = POD_EXCEPTIONS.map(({ workload, container, field, reason }) => {
      const where = container === '' ? 'all' : `\`${container}\``;
      return `| \`${workload.replace('(backup|defragmentation)', '*')}\` | ${where} | \`${field}\` | ${reason} |\n`;
    });
    const table = `| object | container | field | why |\n|---|---|---|---|\n${rows.join('')}`;
    const page = readFileSync(PAGE, 'utf8');
    if (process.env.UPDATE_DOCS !== undefined) writeFileSync(PAGE, page.replace(TABLE, table));

    assert.equal(TABLE.exec(readFileSync(PAGE, 'utf8'))?.[0], table);
  });
});
