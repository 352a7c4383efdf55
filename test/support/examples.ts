import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { copyExample, handOverOf } from './example-copy';
import { ROOT } from './import-graph';

/** Files of a folder by their path, book-keeping left out. */
export type Tree = Readonly<Record<string, string>>;

/** Names of the examples. */
export const EXAMPLES = readdirSync(join(ROOT, 'examples')).sort();

/** Runs a program of an example as a user would, in another folder, and returns the folder that it wrote. */
export function runExample(program: string, folder: string): string {
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  const args = ['--import', tsx, placeOf(program, folder)];
  const env = { ...process.env, CDK8S_OUTDIR: undefined, CAPI_FLEET_ONLY: undefined };
  const child = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
  assert.equal(child.status, 0, child.stderr);
  const [written = ''] = readdirSync(join(folder, 'build'));
  return join(folder, 'build', written);
}

/** Where a program of an example is run: in place, or in a copy that has been handed something over. */
function placeOf(program: string, folder: string): string {
  const [example = '', ...path] = program.split('/');
  if (example === '' || handOverOf(example) === undefined)
    return resolve(ROOT, 'examples', program);
  return join(copyExample(example, join(folder, 'copy')), ...path);
}

/** Reads a folder. */
export function treeOf(folder: string): Tree {
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
    : [];
  const files = names
    .filter((name) => !name.startsWith('.') && statSync(join(folder, name)).isFile())
    .sort();
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Replaces the expected tree of an example, which CI refuses. */
export function rewriteExpected(example: string, written: string): void {
  assert.equal(process.env.CI, undefined, 'UPDATE_EXPECTED is for people, not for CI');
  const expected = join(ROOT, 'examples', example, 'expected');
  rmSync(expected, { recursive: true, force: true });
  for (const name of Object.keys(treeOf(written)))
    cpSync(join(written, name), join(expected, name));
}
