import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { formatIssue } from '../../lib/base/errors';
import { RULE_CASES } from '../lib/assembly/cases/index';
import { issuesOf, type RuleCase } from '../lib/assembly/rule-case';
import { ROOT, sourceFiles } from '../support/import-graph';
import { type FreshRules, freshRules, isRuleFile } from './fresh-rules';
import { type Mutant, mutantsOf } from './mutants';
import { type MutationOptions, mutationOptions } from './options';

/** Switches off rules and reports, and turns conditions round; says which of it no case notices. */
function main({ kinds, prefixes }: MutationOptions): number {
  const problem = firstProblem(freshRules(), RULE_CASES);
  if (problem !== undefined) throw new Error(`without a mutant: ${problem}`);
  const chosen = [...mutantsOf(ruleFiles())]
    .filter(([file]) => isNamed(file, prefixes))
    .flatMap(([file, mutants]) => {
      const rules = new Set(mutants.map(({ rule }) => rule));
      return mutants.map((mutant) => ({ file, mutant, rules }));
    })
    .filter(({ mutant }) => kinds.includes(mutant.kind));
  if (chosen.length === 0) throw new Error(`no mutants in files ${prefixes.join(', ')}`);
  const unnoticed = chosen.filter(({ file, mutant, rules }) => {
    if (isNoticed(file, mutant, rules)) return false;
    const { line, kind, rule, was } = mutant;
    console.log(`${basename(file)}:${line} ${kind} ${rule} ${was}`);
    return true;
  });
  for (const kind of kinds) {
    const count = (some: typeof chosen) => some.filter((one) => one.mutant.kind === kind).length;
    console.log(`${kind}: ${count(unnoticed)} of ${count(chosen)} mutants are not noticed`);
  }
  return unnoticed.some(({ mutant }) => mutant.kind !== 'condition') ? 1 : 0;
}

function ruleFiles(): ReadonlyMap<string, string> {
  const files = sourceFiles('lib')
    .map((name) => join(ROOT, name))
    .filter(isRuleFile);
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
}

function isNamed(file: string, prefixes: readonly string[]): boolean {
  return prefixes.length === 0 || prefixes.some((prefix) => basename(file).startsWith(prefix));
}

/** Asks the cases of the rule first, or those of every rule in the file of a function that they share. */
function isNoticed(
  file: string,
  { rule, text }: Mutant,
  rulesOfFile: ReadonlySet<string>,
): boolean {
  const own = RULE_CASES.filter((one) =>
    rule === '' ? rulesOfFile.has(one.rule) : one.rule === rule,
  );
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

try {
  process.exitCode = main(mutationOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
