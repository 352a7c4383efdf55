import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/import-graph';

const GUIDE = 'docs/writing.md';

/** Folders and files with prose of ours: pages, docstrings, messages and help. */
const PROSE =
  /^(README|CHANGELOG|CONTRIBUTING|SECURITY)\.md$|^(docs|lib|constructs|examples|recipes|stacks|bench|site)\/.*\.(md|ts)$/;
/** Files that are derived from others, and what is written by `expected` trees. */
const DERIVED = /\.generated\.ts$|\/expected\//;

/** Words and phrases that the guide says are never right. */
function neverRight(): readonly string[] {
  const text = readFileSync(join(ROOT, GUIDE), 'utf8');
  const table = text.slice(text.indexOf('| Write | Not |'));
  return [...table.matchAll(/^\|[^|]*\|([^|]*)\|$/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, phrase = '']) => phrase),
  );
}

function files(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed
    .split('\n')
    .filter(
      (file) =>
        existsSync(join(ROOT, file)) && PROSE.test(file) && !DERIVED.test(file) && file !== GUIDE,
    );
}

describe('prose', () => {
  it('has no words that the guide says are never right', () => {
    const phrases = neverRight();
    assert.ok(phrases.length > 20);
    const pattern = new RegExp(`\\b(?:${phrases.join('|')})\\b`, 'i');

    const found = files().flatMap((file) =>
      readFileSync(join(ROOT, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => {
          const match = pattern.exec(line);
          return match === null ? [] : [`${file}:${index + 1}: ${match[0]}`];
        }),
    );
    assert.deepEqual(found, []);
  });

  it('is looked at everywhere', () => {
    const seen = files();

    for (const file of ['README.md', 'docs/rules.md', 'lib/base/rule.ts', 'constructs/fleet.ts']) {
      assert.ok(seen.includes(file), file);
    }
  });
});
