import assert, { AssertionError } from 'node:assert/strict';
import type { Fleet } from '../../../constructs/index';
import { assertRule, assertSound, mistakesOf } from '../../../lib/testing/index';
import { testFleet } from '../../support/fleets';

const REASON = /^etcd needs a majority/;

function unsound(): Fleet {
  const { fleet, cluster } = testFleet();
  const prod = cluster('prod', { controlPlane: { flavor: 'large', replicas: 2 } });
  // @ts-expect-error: the cloud has no flavor of that name
  prod.addNodePool('workers', { flavor: 'smal', replicas: 1 });
  return fleet;
}

function sound(): Fleet {
  const { fleet, cluster } = testFleet();
  cluster();
  return fleet;
}

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof AssertionError);
    return error.message;
  }
  return assert.fail('nothing was thrown');
}

describe('mistakesOf', () => {
  it('have the texts that are printed', () => {
    const [first, ...others] = mistakesOf(unsound());

    assert.match(first?.reason ?? '', REASON);
    assert.deepEqual(
      { ...first, reason: '' },
      {
        rule: 'odd-control-plane',
        path: 'mothership/prod/control-plane',
        prop: 'replicas',
        given: '2',
        allowed: 'an odd integer of 1 or more',
        fix: 'write 3 or 1',
        reason: '',
      },
    );
    assert.deepEqual(
      others.map(({ rule, path, given, fix }) => [rule, path, given, fix]),
      [
        [
          'flavor-known',
          'mothership/prod/workers',
          '"smal"',
          'write "small", or add "smal" to the flavors of cloud',
        ],
      ],
    );
  });

  it('are none of a sound fleet, and are found again each time', () => {
    const fleet = unsound();

    assert.deepEqual(mistakesOf(sound()), []);
    assert.deepEqual(mistakesOf(fleet), mistakesOf(fleet));
  });

  it('are not what breaks otherwise', () => {
    const broken = {
      renderFiles: () => {
        throw new TypeError('of my own');
      },
    };

    assert.throws(() => mistakesOf(broken), TypeError);
  });
});

describe('assertRule', () => {
  it('passes for a mistake of the rule, at its place, and returns it', () => {
    const fleet = unsound();
    const path = 'mothership/prod/workers';

    assert.equal(assertRule(fleet, 'odd-control-plane').prop, 'replicas');
    assert.equal(assertRule(fleet, 'flavor-known', { path, prop: 'flavor' }).path, path);
  });

  it('lists the mistakes that there are', () => {
    assert.equal(
      messageOf(() => assertRule(unsound(), 'odd-control-plane', { path: 'a', prop: 'b' })),
      'odd-control-plane finds nothing in a at b; the fleet has these mistakes:\n' +
        '  odd-control-plane in mothership/prod/control-plane at replicas (2)\n' +
        '  flavor-known in mothership/prod/workers at flavor ("smal")',
    );
    assert.equal(
      messageOf(() => assertRule(sound(), 'odd-control-plane')),
      'odd-control-plane finds nothing; the fleet has no mistakes',
    );
  });

  it('says if there is no such rule', () => {
    assert.match(
      messageOf(() => assertRule(unsound(), 'odd-controlplane')),
      /\nthere is no rule odd-controlplane; did you mean odd-control-plane\?$/,
    );
  });
});

describe('assertSound', () => {
  it('prints every mistake as a synth does', () => {
    assertSound(sound());

    const message = messageOf(() => assertSound(unsound()));
    assert.match(message, /^mothership\/prod\/control-plane: replicas is 2\n {2}allowed: an odd/);
    assert.match(message, /2 mistakes; the fleet is not sound$/);
  });
});
