import assert from 'node:assert/strict';
import { goDuration } from '../../../lib/base/duration';

describe('a duration', () => {
  for (const [seconds, text] of [
    [0, '0s'],
    [59, '59s'],
    [60, '1m0s'],
    [3_599, '59m59s'],
    [3_600, '1h0m0s'],
    [90_061, '25h1m1s'],
  ] as const) {
    it(`of ${seconds} seconds is written ${text}`, () => {
      assert.equal(goDuration(seconds), text);
    });
  }

  it('that is absent stays so', () => {
    assert.equal(goDuration(undefined), undefined);
  });
});
