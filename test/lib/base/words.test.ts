import assert from 'node:assert/strict';
import fc from 'fast-check';
import { integerWords, isWholeNumber, MOST_COUNT, nextWhole } from '../../../lib/base/words';

describe('words for counts', () => {
  it('propose only what is allowed, and never what was given', () => {
    fc.assert(
      fc.property(fc.double(), fc.integer({ min: 0, max: 9 }), (value, least) => {
        const next = nextWhole(value, least);
        if (next === undefined) return;

        assert.ok(isWholeNumber(next, least) && next !== value && next - value <= 1);
      }),
    );
    assert.equal(nextWhole(1.5, 1), 2);
    assert.deepEqual(
      [1, 1e21, -0.5, -3, MOST_COUNT + 0.5, Number.NaN, Infinity].map((one) => nextWhole(one, 1)),
      Array.from({ length: 7 }, () => undefined),
    );
  });

  it('say the largest count of what is larger', () => {
    assert.equal(integerWords(-1, 0), 'an integer of 0 or more');
    assert.equal(integerWords(Number.NaN, 1, ' GiB'), 'an integer of 1 GiB or more');
    assert.equal(integerWords(1e21, 1, ' GiB'), 'an integer from 1 to 2147483647 GiB');
  });
});
