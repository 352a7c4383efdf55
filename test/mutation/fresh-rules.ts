import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import ts from 'typescript';
import type { RuleSets } from '../../lib/assembly/rule-tables';
import type { Checkers } from '../lib/assembly/rule-case';
import { ROOT } from '../support/import-graph';

/** Rules, loaded anew. */
export interface FreshRules {
  readonly sets: RuleSets;
  readonly run: Checkers;
}

/** Files of rules, and of what gathers them into tables. */
const RULES = /^lib\/(assembly\/|[^/]+\/(rules\/|provider\.ts$))/;
const CHECKERS = [
  'lib/assembly/check-cluster.ts',
  'lib/assembly/check-object.ts',
  'lib/cluster/rules/providers.ts',
  'lib/assembly/check-cidr-plan.ts',
  'lib/assembly/fleet-checks.ts',
];
const load = createRequire(__filename);
const compiled = new Map<string, string>();

/** Tells whether rules are in a file, which is named by its whole path. */
export function isRuleFile(file: string): boolean {
  return RULES.test(relative(ROOT, file));
}

/** Loads all rules, one file of them with another text. */
export function freshRules(mutated?: { readonly file: string; readonly text: string }): FreshRules {
  const usual = load.extensions['.ts'];
  load.extensions['.ts'] = (module, file) => {
    if (!isRuleFile(file)) return usual?.(module, file);
    const text = file === mutated?.file ? compile(mutated.text) : compiledFile(file);
    const compiler = module as NodeJS.Module & { _compile(code: string, file: string): void };
    return compiler._compile(text, file);
  };
  try {
    for (const file of Object.keys(load.cache)) {
      if (isRuleFile(file)) delete load.cache[file];
    }
    const { ruleSets }: { ruleSets: () => RuleSets } = load(
      join(ROOT, 'lib/assembly/rule-sets.ts'),
    );
    const modules: Checkers[] = CHECKERS.map((name) => load(join(ROOT, name)));
    return { sets: ruleSets(), run: Object.assign({}, ...modules) };
  } finally {
    if (usual !== undefined) load.extensions['.ts'] = usual;
  }
}

function compiledFile(file: string): string {
  const known = compiled.get(file) ?? compile(readFileSync(file, 'utf8'));
  compiled.set(file, known);
  return known;
}

function compile(text: string): string {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}
