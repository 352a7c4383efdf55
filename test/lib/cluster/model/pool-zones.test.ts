import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneParts } from '../../../../lib/cluster/model/pool-zones';
import { poolModel } from '../../../support/models';

const ZONES = ['az1', 'az2', 'az3'];

describe('the parts of a pool in its zones', () => {
  it('are the pool itself, where it has no zones', () => {
    const pool = poolModel();

    assert.deepEqual(zoneParts(pool), [pool]);
  });

  it('are named after their zones', () => {
    const parts = zoneParts(poolModel({ failureDomains: ['nova', 'AZ_2'] }));

    assert.deepEqual(
      parts.map(({ deploymentName, failureDomain }) => [deploymentName, failureDomain]),
      [
        ['demo-workers-az-2', 'AZ_2'],
        ['demo-workers-nova', 'nova'],
      ],
    );
  });

  it('share out the machines, never unequally by more than one', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.integer({ min: 1, max: 3 }), (replicas, count) => {
        const parts = zoneParts(poolModel({ replicas, failureDomains: ZONES.slice(0, count) }));
        const numbers = parts.map((part) => part.replicas ?? -1);
        assert.equal(
          numbers.reduce((a, b) => a + b, 0),
          replicas,
        );
        assert.ok(Math.max(...numbers) - Math.min(...numbers) <= 1);
      }),
    );
  });

  it('share out the bounds of the autoscaler', () => {
    const autoscale = { minSize: 1, maxSize: 10, priority: 5 };
    const parts = zoneParts(poolModel({ autoscale, failureDomains: ZONES }));

    assert.deepEqual(
      parts.map((part) => part.autoscale),
      [
        { minSize: 1, maxSize: 4, priority: 5 },
        { minSize: 0, maxSize: 3, priority: 5 },
        { minSize: 0, maxSize: 3, priority: 5 },
      ],
    );
  });
});
