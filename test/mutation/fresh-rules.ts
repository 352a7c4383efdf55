import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import type * as CheckCluster from '../../lib/rules/check-cluster';
import type * as CheckObject from '../../lib/rules/check-object';
import type * as Fleet from '../../lib/rules/fleet-checks';
import type * as ProviderChecks from '../../lib/rules/providers';
import { ROOT } from '../support/import-graph';

/** Modules of rules, loaded anew. */
export interface FreshRules {
  readonly cluster: typeof CheckCluster;
  readonly object: typeof CheckObject;
  readonly fleet: typeof Fleet;
  readonly providers: typeof ProviderChecks;
}

const FOLDER = join(ROOT, 'lib/rules/');
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
    return {
      cluster: load(join(FOLDER, 'check-cluster.ts')),
      object: load(join(FOLDER, 'check-object.ts')),
      fleet: load(join(FOLDER, 'fleet-checks.ts')),
      providers: load(join(FOLDER, 'providers.ts')),
    };
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
