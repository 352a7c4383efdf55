import assert from 'node:assert/strict';
import { formatSummary, Progress } from '../../../lib/synth/progress';

describe('Progress', () => {
  const now = Date.now;
  let time = 0;
  beforeEach(() => {
    time = 1_000_000;
    Date.now = () => time;
  });
  afterEach(() => {
    Date.now = now;
  });

  it('draws on a terminal after a second, and erases what it drew', () => {
    const written: string[] = [];
    const progress = new Progress(10, { isTTY: true, write: (text) => written.push(text) });

    progress.update(1);
    time += 1_500;
    progress.update(5);
    progress.update(6);
    progress.done();

    assert.deepEqual(written, ['\r\u001b[2K5 of 10 clusters, 50 %', '\r\u001b[2K']);
  });

  it('draws nothing where nobody looks', () => {
    const written: string[] = [];
    const progress = new Progress(10, { write: (text) => written.push(text) });

    time += 5_000;
    progress.update(5);
    progress.done();

    assert.deepEqual(written, []);
  });
});

describe('formatSummary', () => {
  it('says what was done in one line', () => {
    const summary = {
      clusters: 1,
      objects: 21,
      written: 4,
      unchanged: 2,
      userData: [{ path: 'mothership/prod/workers', bytes: 39_999 }],
      removed: 0,
      seconds: 0.25,
    };

    assert.equal(
      formatSummary(summary),
      '1 cluster, 21 objects: 4 files written, 2 unchanged, 0 removed in 0.3 s',
    );
  });

  it('tells of user data that nearly is too large', () => {
    const userData = [{ path: 'mothership/prod/workers', bytes: 40_000 }];
    const done = { clusters: 1, objects: 2, written: 0, unchanged: 4, removed: 0, seconds: 0 };

    assert.equal(
      formatSummary({ ...done, userData }).split('\n')[1],
      'mothership/prod/workers: about 40000 of 49000 bytes of user data',
    );
  });
});
