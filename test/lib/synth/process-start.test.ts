import assert from 'node:assert/strict';
import { isSuccessor } from '../../../lib/synth/process-start';

const HOUR = 3_600_000;

describe('a process with the number of another', () => {
  it('is told by its start', () => {
    assert.equal(isSuccessor(process.pid, Date.now()), false);
    assert.equal(isSuccessor(process.pid, Date.now() - 1_000 * HOUR), true);
  });

  it('is told by the age of the mark where the system does not say when it started', () => {
    const unknown = 2 ** 30;

    assert.equal(isSuccessor(unknown, 0, HOUR - 1), false);
    assert.equal(isSuccessor(unknown, 0, HOUR + 1), true);
  });
});
