import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import type { RuleSets } from '../../lib/rules/subjects';
import type { Checkers } from '../lib/rules/rule-case';
import { ROOT } from '../support/import-graph';

/** Rules, loaded anew. */
export interface FreshRules {
  readonly sets: RuleSets;
  readonly run: Checkers;
}

const FOLDER = join(ROOT, 'lib/rules/');
const CHECKERS = ['check-cluster', 'check-object', 'cidr-plan', 'fleet-checks', 'providers'];
const load = createRequire(__filename);
const compiled = new Map<string, string>();

/** Loads all rules, one file of them with another text. */
export function freshRules(mutated?: { readonly file: string; readonly text: string }): FreshRules {
  const usual = load.extensions['.ts'];
  load.extensions['.ts'] = (module, file) => {
    if (!file.startsWith(FOLDER)) return usual?.(module, file);
    const text = file === mutated?.file ? compile(mutated.text) : compiledFile(file);
    const compiler = module as NodeJS.Module & { _compile(code: string, file: string): void };
    return compiler._compile(text, file);
  };
  try {
    for (const file of Object.keys(load.cache)) {
      if (file.startsWith(FOLDER)) delete load.cache[file];
    }
    const { RULE_SETS }: { RULE_SETS: RuleSets } = load(join(FOLDER, 'rule-sets.ts'));
    const modules: Checkers[] = CHECKERS.map((name) => load(join(FOLDER, `${name}.ts`)));
    return { sets: RULE_SETS, run: Object.assign({}, ...modules) };
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
