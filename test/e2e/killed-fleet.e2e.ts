import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { MEMORY_FOLDER } from '../../lib/output/known-clusters';
import { ROOT } from '../support/import-graph';
import { inFolder } from '../support/in-folder';
import { type Death, runUntilDeath } from '../support/killed-writer';
import { everythingIn, writeTheirs } from '../support/tree-scenes';

const NEVER: Death = { change: 1e9, when: 'before' };
/** Changes between two deaths. */
const STEP = 4;
const THEIRS = { 'mothership/notes.txt': 'mine', 'mothership/c-0/notes.txt': 'mine' };

function run(folder: string, state: 'earlier' | 'later', death: Death) {
  const program = join(ROOT, 'test/support/fleet-program.ts');
  const variables = { TREE_OUTDIR: folder, TREE_STATE: state };
  return runUntilDeath({ program, folder, variables }, death);
}

/** Everything in the folder but the memory, which knows files by when they were written. */
function tree(folder: string): Readonly<Record<string, string>> {
  rmSync(join(folder, MEMORY_FOLDER), { recursive: true });
  return everythingIn(folder);
}

describe('a program of a fleet that is killed while it writes', () => {
  it('has its tree completed by the next run, memory and all', () => {
    const expected = inFolder((folder) => {
      assert.equal(run(folder, 'earlier', NEVER).status, 0);
      writeTheirs(folder, THEIRS);
      assert.equal(run(folder, 'later', NEVER).status, 0);
      return tree(folder);
    });
    let kills = 0;
    for (let change = 2, isKilled = true; isKilled; change += STEP) {
      inFolder((folder) => {
        assert.equal(run(folder, 'earlier', NEVER).status, 0);
        writeTheirs(folder, THEIRS);
        isKilled = run(folder, 'later', { change, when: 'half' }).signal === 'SIGKILL';
        if (isKilled) kills += 1;

        const last = run(folder, 'later', NEVER);

        assert.equal(last.status, 0, last.stderr);
        assert.deepEqual(tree(folder), expected, `change ${change}`);
      });
    }
    assert.ok(kills >= 8, `${kills} kills`);
  }).timeout(1_200_000);
});
