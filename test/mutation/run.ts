import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatIssue } from '../../lib/errors';
import { RULE_CASES } from '../lib/rules/cases/index';
import { issuesOf, type RuleCase } from '../lib/rules/rule-case';
import { ROOT } from '../support/import-graph';
import { type FreshRules, freshRules } from './fresh-rules';
import { type Mutant, mutantsOf } from './mutants';

const FOLDER = join(ROOT, 'lib/rules');

/** Switches off every rule and every report of one, and turns every condition round; says which of it no case notices. */
function main(only: string | undefined): number {
  const problem = firstProblem(freshRules(), RULE_CASES);
  if (problem !== undefined) throw new Error(`without a mutant: ${problem}`);
  const tally = { rule: [0, 0], report: [0, 0], condition: [0, 0] };
  for (const name of readdirSync(FOLDER).sort()) {
    if (only !== undefined && !name.startsWith(only)) continue;
    const file = join(FOLDER, name);
    for (const mutant of mutantsOf(file, readFileSync(file, 'utf8'))) {
      const counts = tally[mutant.kind];
      counts[1] = (counts[1] ?? 0) + 1;
      if (isNoticed(file, mutant)) continue;
      counts[0] = (counts[0] ?? 0) + 1;
      console.log(`${name}:${mutant.line} ${mutant.kind} ${mutant.rule} ${mutant.was}`);
    }
  }
  for (const [kind, [unnoticed, all]] of Object.entries(tally)) {
    console.log(`${kind}: ${unnoticed} of ${all} mutants are not noticed`);
  }
  return (tally.rule[0] ?? 0) + (tally.report[0] ?? 0) > 0 ? 1 : 0;
}

function isNoticed(file: string, { rule, text }: Mutant): boolean {
  const own = RULE_CASES.filter((one) => one.rule === rule);
  try {
    const rules = freshRules({ file, text });
    return firstProblem(rules, own) !== undefined || firstProblem(rules, RULE_CASES) !== undefined;
  } catch {
    return true;
  }
}

/** First case that does not go as it must. */
function firstProblem(rules: FreshRules, cases: readonly RuleCase[]): string | undefined {
  for (const { rule, broken, says, sound } of cases) {
    const said = issuesOf(broken, rules.sets, rules.run).map(formatIssue).join('\n');
    if (said !== says) return rule;
    if (sound !== undefined && issuesOf(sound, rules.sets, rules.run).length > 0) return rule;
  }
  return undefined;
}

process.exitCode = main(process.argv[2]);
