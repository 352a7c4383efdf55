import assert from 'node:assert/strict';
import { areTimed, inPhase, inRule, TimeSpent, withTimes } from '../../../lib/base/time-spent';

/** Milliseconds that some work takes at least. */
const WORK = 8;

function work(): number {
  const end = performance.now() + WORK;
  while (performance.now() < end);
  return WORK;
}

describe('TimeSpent', () => {
  it('counts what is done within a phase for itself', () => {
    const times = new TimeSpent();

    withTimes(times, () => {
      inPhase('outer', () => {
        inPhase('inner', () => work() + work());
        inPhase('inner', work);
      });
    });

    const spent = new Map(times.longest('phase'));
    const [inner, outer] = [spent.get('inner'), spent.get('outer')];
    assert.ok(inner !== undefined && outer !== undefined);
    assert.deepEqual([inner.times, outer.times], [2, 1]);
    assert.ok(inner.milliseconds >= 3 * WORK);
    assert.ok(outer.milliseconds < inner.milliseconds);
    assert.deepEqual(
      times.longest('phase').map(([name]) => name),
      ['inner', 'outer'],
    );
  });

  it('counts rules by their names, and what throws too', () => {
    const times = new TimeSpent();

    withTimes(times, () => {
      inRule('one', work);
      assert.throws(() =>
        inRule('one', () => {
          throw new Error('no');
        }),
      );
    });

    assert.deepEqual(
      times.longest('rule').map(([name, spent]) => [name, spent.times]),
      [['one', 2]],
    );
  });

  it('takes no times unless somebody wants them', () => {
    const times = new TimeSpent();

    assert.equal(
      withTimes(times, () => areTimed()),
      true,
    );
    assert.equal(inPhase('a', work), WORK);

    assert.equal(areTimed(), false);
    assert.deepEqual(times.longest('phase'), []);
  });
});
