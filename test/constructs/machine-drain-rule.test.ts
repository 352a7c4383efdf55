import assert from 'node:assert/strict';
import { ApiObject, JsonPatch } from 'cdk8s';
import {
  DrainBehavior,
  MachineDrainRule,
  type MachineDrainRuleProps,
} from '../../constructs/index';
import { at, findObject, testFleet } from '../support/fleets';

const JOBS = [{ selector: { matchLabels: { kind: 'job' } } }];
const ROWS: readonly (readonly [
  keyof MachineDrainRuleProps,
  MachineDrainRuleProps,
  string,
  unknown,
])[] = [
  ['behavior', { behavior: DrainBehavior.drain(5) }, 'spec.drain.order', 5],
  ['behavior', { behavior: DrainBehavior.drain() }, 'spec.drain', { behavior: 'Drain' }],
  [
    'behavior',
    { behavior: DrainBehavior.waitCompleted(), pods: JOBS },
    'spec.drain.behavior',
    'WaitCompleted',
  ],
  ['pods', { behavior: DrainBehavior.skip(), pods: JOBS }, 'spec.pods', JOBS],
  [
    'pools',
    { behavior: DrainBehavior.drain(1), pools: ['workers'] },
    'spec.machines.0.selector.matchExpressions.0.values',
    ['prod-workers'],
  ],
];

describe('MachineDrainRule', () => {
  for (const [prop, props, path, expected] of ROWS) {
    it(`brings ${prop} to ${path}`, () => {
      const cluster = testFleet().cluster();
      cluster.addNodePool('workers', { flavor: 'small' });
      cluster.addDrainRule('jobs', props);

      const object = findObject(cluster.toJson(), 'MachineDrainRule', 'prod-jobs');
      assert.deepEqual(at(object, path), expected);
    });
  }

  it('is the same as a class of its own, whatever the order', () => {
    const [one, other] = [testFleet().cluster(), testFleet().cluster()];

    one.addDrainRule('a', { behavior: DrainBehavior.drain(1) });
    one.addDrainRule('b', { behavior: DrainBehavior.drain(2) });
    new MachineDrainRule(other, 'b', { behavior: DrainBehavior.drain(2) });
    new MachineDrainRule(other, 'a', { behavior: DrainBehavior.drain(1) });

    assert.deepEqual(one.toJson(), other.toJson());
  });

  it('is reached by ApiObject.of, and patched', () => {
    const cluster = testFleet().cluster();
    const rule = cluster.addDrainRule('jobs', { behavior: DrainBehavior.drain(1) });

    ApiObject.of(rule).addJsonPatch(JsonPatch.replace('/spec/drain/order', 7));

    assert.equal(at(findObject(cluster.toJson(), 'MachineDrainRule'), 'spec.drain.order'), 7);
    assert.equal(rule.machineDrainRule, ApiObject.of(rule));
  });

  it('may not have the name of a pool', () => {
    const cluster = testFleet().cluster();
    cluster.addNodePool('workers', { flavor: 'small' });
    cluster.addDrainRule('workers', { behavior: DrainBehavior.drain() });

    assert.throws(() => cluster.render(), /mothership\/prod\/workers: name is "workers"/);
  });
});
