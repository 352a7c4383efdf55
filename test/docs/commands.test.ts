import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { commandLine } from '../../lib/cli/command-line';
import { ROOT } from '../support/import-graph';

const COMMANDS = new Map(
  commandLine(() => undefined, process).commands.map((command) => [command.name(), command]),
);

/** Commands and options that name themselves in prose and in shells, such as `capi-fleet synth --only`. */
const CALL = /\bcapi-fleet ([a-z]+)((?: +(?:--?[a-z][a-z-]*|[^\s`|;&)]+))*)/g;

describe('commands in the documentation', () => {
  const folders = ['docs', 'examples', 'recipes', 'bench'].filter((name) =>
    existsSync(join(ROOT, name)),
  );
  const pages = [join(ROOT, 'README.md'), ...folders.flatMap(pagesIn)];

  for (const page of pages) {
    const calls = callsIn(readFileSync(page, 'utf8'));
    if (calls.length === 0) continue;
    it(`of ${relative(ROOT, page)} exist, with their options`, () => {
      assert.deepEqual(calls.flatMap(wrongIn), []);
    });
  }
});

function pagesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(ROOT, folder, name));
}

/** Calls in code: in fenced blocks and between backticks. */
function callsIn(text: string): readonly RegExpMatchArray[] {
  const code = [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(([block]) => block);
  return code.flatMap((block) => [...block.matchAll(CALL)]);
}

function wrongIn([call, name = '', rest = '']: RegExpMatchArray): readonly string[] {
  if (name === 'complete' || name === 'help') return [];
  const command = COMMANDS.get(name);
  if (command === undefined) return [`there is no command: ${call}`];
  const known = command.options.flatMap(({ short, long }) => [short, long]);
  const used = rest.split(/\s+/).flatMap((word) => /^--?[a-z][a-z-]*/.exec(word) ?? []);
  return used
    .filter((option) => !['--help', '-h', ...known].includes(option))
    .map((option) => `${name} has no ${option}: ${call}`);
}
