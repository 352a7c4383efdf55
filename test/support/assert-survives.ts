import assert from 'node:assert/strict';
import { join } from 'node:path';
import { TreeWriter } from '../../lib/output/tree-writer';
import { inFolder } from './in-folder';
import { type Death, writeUntilDeath } from './killed-writer';
import { everythingIn, jobOf, type TreeScene, writeTheirs } from './tree-scenes';

const trees = new Map<string, Readonly<Record<string, string>>>();

/** Everything that a scene leaves when nothing disturbs it. */
export function undisturbed(scene: TreeScene): Readonly<Record<string, string>> {
  const key = JSON.stringify(scene);
  const known = trees.get(key);
  if (known !== undefined) return known;
  const tree = inFolder((folder) => {
    const outdir = join(folder, 'out');
    begin(scene, outdir);
    synth(outdir, scene.after, scene.scope);
    return everythingIn(outdir);
  });
  trees.set(key, tree);
  return tree;
}

/**
 * Ends the process that writes a scene at one of its changes, and asserts that the next synth completes it.
 *
 * @returns Whether the process made as many changes.
 */
export function assertSurvives(scene: TreeScene, bufferLength: number, death: Death): boolean {
  return inFolder((folder) => {
    const outdir = join(folder, 'out');
    begin(scene, outdir);
    const child = writeUntilDeath(jobOf(scene, outdir, bufferLength), death);
    const isKilled = child.signal === 'SIGKILL';
    if (!isKilled) assert.equal(child.status, 0, child.stderr);
    const what = `${scene.name}, ${death.when} change ${death.change}`;
    assertUntouched(outdir, scene, what);

    synth(outdir, scene.after, scene.scope);

    assert.deepEqual(everythingIn(outdir), undisturbed(scene), what);
    return isKilled;
  });
}

function begin({ before, theirs }: TreeScene, outdir: string): void {
  synth(outdir, before);
  writeTheirs(outdir, theirs);
}

function synth(
  outdir: string,
  files: Readonly<Record<string, string>>,
  scope?: readonly string[],
): void {
  const tree = new TreeWriter(outdir);
  for (const [path, content] of Object.entries(files)) tree.add(path, content);
  tree.commit(scope);
}

function assertUntouched(outdir: string, { theirs }: TreeScene, what: string): void {
  const found = everythingIn(outdir);
  for (const [path, text] of Object.entries(theirs)) assert.equal(found[path], text, what);
}
