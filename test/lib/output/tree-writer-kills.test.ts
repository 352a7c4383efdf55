import assert from 'node:assert/strict';
import { join } from 'node:path';
import { assertSurvives, undisturbed } from '../../support/assert-survives';
import { inFolder } from '../../support/in-folder';
import { writeUntilDeath } from '../../support/killed-writer';
import { everythingIn, jobOf, TREE_SCENES } from '../../support/tree-scenes';
import { write } from './output-tree';

/** Changes of one scene at which a process is ended here; the suite of the second ring takes all of all. */
const EVERY = 2;

describe('a tree whose synth is killed', () => {
  const scene = TREE_SCENES[1];
  if (scene === undefined) throw new Error('there is no such scene');

  it('is completed by the next synth, at whichever change the process was killed', () => {
    let kills = 0;
    for (let change = 1; assertSurvives(scene, 0, { change, when: 'half' }); change += EVERY) {
      kills += 1;
    }

    assert.ok(kills >= 12, `${kills} kills`);
  }).timeout(240_000);

  it('is whole when the process is asked to end in the middle of the commit', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'out');
      write(outdir, scene.before);

      const child = writeUntilDeath(jobOf({ ...scene, theirs: {} }, outdir, 1e6), {
        change: 12,
        when: 'after',
        signal: 'SIGTERM',
      });

      assert.equal(child.signal, 'SIGTERM');
      assert.deepEqual(everythingIn(outdir), undisturbed({ ...scene, theirs: {} }));
    }));
});
