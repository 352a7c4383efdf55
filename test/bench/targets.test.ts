import assert from 'node:assert/strict';
import { breaches, targetTable } from '../../bench/targets';

function cost(cpu: number) {
  return { cpu, wall: cpu, peak: 100 };
}

describe('targets of the bench', () => {
  it('let pass what is missed as far as it is held', () => {
    const costs = new Map([
      ['limit 1000', cost(1)],
      ['capi-fleet 1000', cost(4.5)],
    ]);

    assert.deepEqual(breaches(costs, false), []);
    assert.match(targetTable(costs, false), /\| CPU \/ limit \| 3\.00 \| .* \| missed, held \|/);
  });

  it('tell what has become slower', () => {
    const costs = new Map([
      ['limit 1000', cost(1)],
      ['capi-fleet 1000', cost(12)],
      ['cdk8s 1000', cost(40)],
    ]);

    assert.deepEqual(breaches(costs, false), [
      'CPU / limit is 12, but must be 6.50 or less',
      'CPU / vanilla cdk8s is 0.30, but must be 0.10 or less',
    ]);
    assert.match(targetTable(costs, false), /missed, not held/);
  });

  it('say nothing of what was not measured, unless that is everything', () => {
    const costs = new Map([['capi-fleet 1000', cost(4.5)]]);
    assert.deepEqual(breaches(costs, false), []);
    assert.deepEqual(breaches(new Map(), true), ['no measurement has a target']);
    assert.equal(targetTable(new Map(), true), '');
  });
});
