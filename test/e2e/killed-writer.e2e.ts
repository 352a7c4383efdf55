import assert from 'node:assert/strict';
import { assertSurvives } from '../support/assert-survives';
import type { Death } from '../support/killed-writer';
import { TREE_SCENES } from '../support/tree-scenes';

/** Characters that are held in memory: none, so that files go through the staging folder, and all. */
const BUFFERS = [0, 1e6];
const MOMENTS: readonly Death['when'][] = ['before', 'half', 'after'];

describe('a tree whose synth is killed at every change', () => {
  let kills = 0;

  for (const scene of TREE_SCENES) {
    for (const bufferLength of BUFFERS) {
      const where = bufferLength === 0 ? 'through the staging folder' : 'from memory';

      it(`is completed by the next synth: ${scene.name}, ${where}`, () => {
        for (const when of MOMENTS) {
          for (let change = 1; assertSurvives(scene, bufferLength, { change, when }); change += 1) {
            kills += 1;
          }
        }
      }).timeout(1_200_000);
    }
  }

  after(() => {
    assert.ok(kills >= 300, `${kills} kills`);
  });
});
