import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocPage } from '../support/doc-page';
import { ROOT } from '../support/import-graph';

const tables = new DocPage('glossary.md').text
  .split(/^## /m)
  .slice(1)
  .map((section) =>
    [...section.matchAll(/^\| (?!word |---)(.+?) \| (.+?) \| (.*?) ?\|$/gm)].map(
      ([, word = '', meaning = '', here = '']) => ({ word, meaning, here }),
    ),
  );

describe('docs/glossary.md', () => {
  it('is sorted, and has each word once', () => {
    const plain = (word: string) => word.replaceAll('`', '').toLowerCase();
    for (const rows of tables) {
      const words = rows.map(({ word }) => plain(word));
      assert.deepEqual(
        words,
        [...words].sort((a, b) => a.localeCompare(b, 'en')),
      );
    }
    const all = tables.flat().map(({ word }) => plain(word));

    assert.ok(all.length > 60);
    assert.equal(new Set(all).size, all.length);
  });

  it('names classes and props that exist', () => {
    const library: object = require('../../constructs/index');
    const table = readFileSync(join(ROOT, 'lib/input/table.generated.ts'), 'utf8');
    const props = new Set([...table.matchAll(/"(\w+)\??":/g)].map(([, name]) => name));
    const named = tables.flat().flatMap(({ here }) => [...here.matchAll(/`(\w+)`/g)]);

    assert.ok(named.length > 40);
    for (const [, name = ''] of named) assert.ok(name in library || props.has(name), name);
  });
});
