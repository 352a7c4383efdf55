import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatIssue, type Issue } from '../../lib/errors';
import { Providers } from '../../lib/model/profile';
import { RULE_CASES } from '../lib/rules/cases/index';
import { type Checked, FinishedObject, type RuleCase } from '../lib/rules/rule-case';
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
    const said = issuesOf(rules, broken).map(formatIssue).join('\n');
    if (said !== says) return rule;
    if (sound !== undefined && issuesOf(rules, sound).length > 0) return rule;
  }
  return undefined;
}

function issuesOf(rules: FreshRules, checked: Checked): readonly Issue[] {
  const { cluster, object, fleet, providers } = rules;
  if (checked instanceof Providers) return providers.checkProviders('mothership', checked);
  if (checked instanceof FinishedObject) {
    return object.checkObject({ path: 'mothership/demo', ...checked });
  }
  if ('name' in checked)
    return [...cluster.checkCluster(checked), ...cluster.checkRendering(checked)];
  const checks = new fleet.FleetChecks();
  for (const one of checked) checks.add(one);
  return checks.issues();
}

process.exitCode = main(process.argv[2]);
