import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMap } from '../../lib/base/is-map';
import { nestedObjects } from '../../lib/output/nested-objects';
import { type Tree, treeOf } from './examples';
import { parsed } from './foreign-hosts';
import { ROOT } from './import-graph';
import { inFolder } from './in-folder';

/** Kubernetes object of a recipe. */
export type RecipeObject = Readonly<Record<string, unknown>>;

/** Names of the recipes. */
export const RECIPES = readdirSync(join(ROOT, 'recipes'))
  .map((file) => basename(file, '.ts'))
  .sort();

/** Returns the file of a recipe. */
export function recipeFile(recipe: string): string {
  return join(ROOT, 'recipes', `${recipe}.ts`);
}

/** Returns the program of a recipe. */
export function recipeText(recipe: string): string {
  return readFileSync(recipeFile(recipe), 'utf8');
}

/** Runs a program as a user would, with the package under its own name, and returns the files that it writes. */
export function runProgram(file: string): Tree {
  return inFolder((folder) => {
    const tsx = pathToFileURL(require.resolve('tsx')).href;
    const env = {
      ...process.env,
      CDK8S_OUTDIR: undefined,
      CAPI_FLEET_ONLY: undefined,
      TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json'),
    };
    const args = ['--import', tsx, file];
    const child = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
    assert.equal(child.status, 0, child.stderr);
    const [written = ''] = readdirSync(join(folder, 'build'));
    return treeOf(join(folder, 'build', written));
  });
}

const trees = new Map<string, Tree>();

/** Returns the files that a recipe writes. */
export function treeOfRecipe(recipe: string): Tree {
  const tree = trees.get(recipe) ?? runProgram(recipeFile(recipe));
  trees.set(recipe, tree);
  return tree;
}

/** Returns the objects that a recipe writes, with those that its ConfigMaps and machines carry. */
export function objectsOfRecipe(recipe: string): readonly RecipeObject[] {
  return Object.entries(treeOfRecipe(recipe))
    .filter(([file]) => !file.endsWith('kustomization.yaml'))
    .flatMap(([, text]) => parsed(text))
    .flatMap((object) => nestedObjects(object))
    .filter(isMap);
}

/** Returns the objects of a kind, or of a kind and a name. */
export function objectsOfKind(
  recipe: string,
  kind: string,
  name?: string | RegExp,
): readonly RecipeObject[] {
  return objectsOfRecipe(recipe).filter(
    (object) => object.kind === kind && (name === undefined || isNamed(object, name)),
  );
}

/** Returns the only object of a kind and a name. */
export function objectOf(recipe: string, kind: string, name?: string | RegExp): RecipeObject {
  const [object, ...others] = objectsOfKind(recipe, kind, name);
  assert.ok(object, `${recipe} writes no ${kind} ${name ?? ''}`);
  assert.equal(others.length, 0, `${recipe} writes several objects ${kind} ${name ?? ''}`);
  return object;
}

function isNamed({ metadata }: RecipeObject, wanted: string | RegExp): boolean {
  const { name } = isMap(metadata) ? metadata : {};
  if (typeof name !== 'string') return false;
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}
