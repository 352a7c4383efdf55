import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { processStart } from '../../../lib/output/process-start';

describe('processStart', () => {
  it('is the same for a process each time, and differs between processes', () => {
    const own = processStart(process.pid);

    assert.ok(own !== undefined);
    assert.equal(processStart(process.pid), own);
    assert.notEqual(processStart(1), own);
  });

  it('knows nothing of a process that is gone', () => {
    assert.equal(processStart(spawnSync('true').pid), undefined);
  });
});
