import type { Command } from 'commander';
import { programFile } from '../base/library-folder';
import { closestWord } from '../base/words';
import { type End, jsonOption, newCommand, UsageError } from './command';

interface ExplainOptions {
  readonly json?: true;
}

/** Explains a rule that a mistake names. */
export function explainCommand(end: End): Command {
  return newCommand(
    'explain',
    'explain a rule that a mistake names',
    'explain the rule that a mistake names in brackets: why there is one, and its source',
  )
    .argument(
      '<rule>',
      'identifier of the rule, such as flavor-known; a part of it lists all that match',
    )
    .addOption(jsonOption('print JSON'))
    .action((rule: string, options: ExplainOptions) => end(explain(rule, options)));
}

function explain(given: string, { json }: ExplainOptions): number {
  const { allRules } = require(
    programFile('lib/assembly/table'),
  ) as typeof import('../assembly/table');
  const rules = allRules();
  const wanted = given.replace(/^\[|\]$/g, '');
  const exact = rules.filter(({ id }) => id === wanted);
  const found = exact.length > 0 ? exact : rules.filter(({ id }) => id.includes(wanted));
  if (found.length === 0 || wanted === '') {
    const close = closestWord(
      wanted,
      rules.map(({ id }) => id),
    );
    const hint = close === undefined ? 'docs/rules.md lists all' : `did you mean ${close}?`;
    throw new UsageError(`there is no rule ${JSON.stringify(wanted)}; ${hint}`);
  }
  const facts = found.map(({ id, reason, source }) => ({ id, reason, source }));
  const text = facts.map(({ id, reason, source }) => `${id}\n  ${reason}\n  source: ${source}\n`);
  process.stdout.write(json ? `${JSON.stringify(facts, undefined, 2)}\n` : text.join('\n'));
  return 0;
}
