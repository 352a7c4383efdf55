import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '../../lib/assembly/table';
import { DocPage } from '../support/doc-page';
import { ROOT } from '../support/import-graph';

const PAGE = new DocPage('troubleshooting.md');
const LEAST = 20;
const PARTS = ['Symptom', 'Look', 'Cause', 'Change', 'Source'];
const NO_PROP = 'No prop is needed';

/** Entry of the page: its title, and its parts by name. */
interface Entry {
  readonly title: string;
  readonly parts: ReadonlyMap<string, string>;
}

const entries: readonly Entry[] = PAGE.text
  .split(/^### /m)
  .slice(1)
  .map((text) => ({
    title: text.split('\n')[0] ?? '',
    parts: new Map(
      [...text.matchAll(/^- \*\*(\w+):\*\* ([\s\S]*?)(?=^- |^$)/gm)].map(
        ([, name = '', content = '']) => [name, content] as const,
      ),
    ),
  }));

/** Texts in backticks of a part. */
function codesIn(entry: Entry, part: string): readonly string[] {
  return [...(entry.parts.get(part) ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** Names of all props that programs can set. */
function propNames(): ReadonlySet<string> {
  const table = readFileSync(join(ROOT, 'lib/input/table.generated.ts'), 'utf8');
  return new Set([...table.matchAll(/"(\w+)\??":/g)].map(([, name = '']) => name));
}

describe('docs/troubleshooting.md', () => {
  it('has enough entries, each with all of its parts in order', () => {
    assert.ok(entries.length >= LEAST);
    for (const { title, parts } of entries) assert.deepEqual([...parts.keys()], PARTS, title);
  });

  it('has no two entries with one title', () => {
    assert.equal(new Set(entries.map(({ title }) => title)).size, entries.length);
  });

  it('says in each entry where to look, and links to what describes the change', () => {
    for (const entry of entries) {
      assert.match(entry.parts.get('Change') ?? '', /\]\([\w./#-]+\)/, entry.title);
    }
    const looking = entries.filter((entry) => codesIn(entry, 'Look').length > 0);
    assert.ok(looking.length > entries.length - 3);
  });

  it('names something to change in the program in most entries, and says so where there is nothing', () => {
    const without = entries.filter((entry) => entry.parts.get('Change')?.includes(NO_PROP));

    assert.ok(without.length < entries.length / 4);
    for (const entry of entries) {
      const change = entry.parts.get('Change') ?? '';
      const isNamed = codesIn(entry, 'Change').length > 0 || change.includes('linked entry');
      assert.equal(isNamed || without.includes(entry), true, entry.title);
    }
  });

  it('names props that exist', () => {
    const known = propNames();
    const named = entries.flatMap((entry) =>
      codesIn(entry, 'Change').filter((code) => /^[a-z]+[A-Za-z]*$/.test(code)),
    );

    assert.ok(named.length > 40);
    for (const name of named) assert.ok(known.has(name), name);
  });

  it('names factories and methods that exist', () => {
    const library: Record<string, unknown> = require('../../constructs/index');
    const named = [...PAGE.text.matchAll(/`([A-Z]\w+)\.(\w+)\(/g)];
    const methods = [...PAGE.text.matchAll(/`cluster\.(\w+)\(/g)];

    assert.ok(named.length > 20);
    for (const [, owner = '', name = ''] of named) {
      assert.equal(
        typeof Reflect.get(Object(library[owner]), name),
        'function',
        `${owner}.${name}`,
      );
    }
    for (const [, name = ''] of methods) {
      const { prototype } = library.WorkloadCluster as { prototype: object };
      assert.equal(typeof Reflect.get(prototype, name), 'function', name);
    }
  });

  it('names rules that exist', () => {
    const ids = new Set(allRules().map(({ id }) => id));
    const named = [...PAGE.text.matchAll(/rule\s+`([\w-]+)`/g)];

    assert.ok(named.length > 4);
    for (const [, id = ''] of named) assert.ok(ids.has(id), id);
  });
});
