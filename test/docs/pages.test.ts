import assert from 'node:assert/strict';
import type { Command } from 'commander';
import { commandLine } from '../../lib/cli/command-line';
import { anchorsOf, capiFleetCalls, DocPage, linksOf } from '../support/doc-page';

const PAGES = ['getting-started.md', 'troubleshooting.md', 'upgrading.md', 'glossary.md'].map(
  (name) => new DocPage(name),
);

/** Command line that prints nothing. */
function quietCommandLine(): Command {
  const silent = { write: () => true };
  return commandLine(() => undefined, { stdout: silent, stderr: silent });
}

/** What is wrong with arguments of `capi-fleet`, or undefined. */
function mistakeIn([name, ...args]: readonly string[]): string | undefined {
  const command = quietCommandLine().commands.find((one) => one.name() === name);
  if (command === undefined) return `there is no command ${name}`;
  const { operands, unknown } = command.parseOptions(args);
  if (unknown.length > 0) return `${name} has no ${unknown.join(' ')}`;
  const { registeredArguments } = command;
  const least = registeredArguments.filter(({ required }) => required).length;
  const fits = operands.length >= least && operands.length <= registeredArguments.length;
  return fits ? undefined : `${name} does not take ${operands.length} arguments`;
}

describe('pages for people who begin', () => {
  for (const page of PAGES) {
    it(`link to headings that exist: ${page.name}`, () => {
      for (const { page: target, anchor } of linksOf(page)) {
        assert.ok(anchorsOf(new DocPage(target)).has(anchor), `${target}#${anchor}`);
      }
    });

    it(`have commands of capi-fleet with options that exist: ${page.name}`, () => {
      for (const args of capiFleetCalls(page.text)) {
        assert.equal(mistakeIn(args), undefined, args.join(' '));
      }
    });
  }

  it('have many links and commands', () => {
    assert.ok(PAGES.flatMap((page) => linksOf(page)).length > 60);
    assert.ok(PAGES.flatMap(({ text }) => capiFleetCalls(text)).length > 30);
  });

  it('would notice a command or an option that does not exist', () => {
    assert.equal(mistakeIn(['sync']), 'there is no command sync');
    assert.equal(mistakeIn(['synth', '--onyl', 'prod']), 'synth has no --onyl prod');
    assert.equal(mistakeIn(['kubeconfig']), 'kubeconfig does not take 0 arguments');
  });
});
