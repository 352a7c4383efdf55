import assert, { AssertionError } from 'node:assert/strict';
import { assertMatches, assertNoObject, assertObject } from '../../../lib/testing/index';
import { testFleet } from '../../support/fleets';

const { fleet, cluster } = testFleet();
cluster('prod', { labels: { team: 'a', tier: 'gold' } }).addNodePool('workers', {
  flavor: 'small',
  replicas: 3,
});

const QUERY = { kind: 'MachineDeployment', name: 'prod-workers' };

function errorOf(run: () => unknown): AssertionError {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof AssertionError);
    return error;
  }
  return assert.fail('nothing was thrown');
}

describe('assertObject', () => {
  it('compares only the expected members, and returns the object', () => {
    const object = assertObject(fleet, QUERY, {
      spec: {
        replicas: 3,
        template: { spec: { infrastructureRef: { name: /^prod-workers-[0-9a-f]{8}$/ } } },
      },
    });

    assert.equal(object.metadata.name, 'prod-workers');
    assertObject(fleet, QUERY);
  });

  it('names the object and shows what differs, and nothing else', () => {
    const error = errorOf(() =>
      assertObject(fleet, QUERY, { spec: { replicas: 4, clusterName: 'prod' } }),
    );

    assert.match(
      error.message,
      /^MachineDeployment prod\/prod-workers in mothership\/prod\/pools\.yaml is not as expected\n/,
    );
    assert.match(error.message, /^\+ +replicas: 3$/m);
    assert.match(error.message, /^- +replicas: 4$/m);
    assert.doesNotMatch(error.message, /selector|template/);
    assert.deepEqual(error.actual, { spec: { replicas: 3, clusterName: 'prod' } });
    assert.deepEqual(error.expected, { spec: { replicas: 4, clusterName: 'prod' } });
  });

  it('wants exactly one object', () => {
    assert.match(
      errorOf(() => assertObject(fleet, { kind: 'Nothing' })).message,
      /^there is no Nothing/,
    );
  });
});

describe('assertNoObject', () => {
  it('passes if none matches, and lists those that do', () => {
    assertNoObject(fleet, { kind: 'MachineHealthCheck' });

    assert.equal(
      errorOf(() => assertNoObject(fleet, QUERY)).message,
      'there is a MachineDeployment prod-workers:\n  MachineDeployment prod-workers',
    );
  });
});

describe('assertMatches', () => {
  const object = {
    name: 'a',
    zero: 0,
    off: false,
    empty: '',
    nothing: null,
    items: [
      { name: 'one', value: 1 },
      { name: 'two', value: 2 },
      { name: 'three', value: 3 },
    ],
    inner: { list: [], map: {} },
  };

  const matching: readonly unknown[] = [
    {},
    { name: 'a' },
    { name: /^a$/ },
    { zero: 0, off: false, empty: '', nothing: null },
    { absent: undefined },
    { items: [] },
    { items: [{ name: 'two' }] },
    { items: [{ name: 'one' }, { name: 'three', value: 3 }] },
    { inner: { list: [], map: {} } },
    object,
  ];
  matching.forEach((expected, index) => {
    it(`accepts a part (${index + 1})`, () => {
      assertMatches(object, expected);
    });
  });

  const different: readonly unknown[] = [
    { name: 'b' },
    { name: /b/ },
    { zero: false },
    { zero: /0/ },
    { off: 0 },
    { nothing: undefined },
    { nothing: {} },
    { absent: null },
    { name: undefined },
    { items: {} },
    { items: [{ name: 'four' }] },
    { items: [{ name: 'three' }, { name: 'one' }] },
    { items: [{ name: 'one' }, { name: 'one' }] },
    { items: [{ name: 'one', value: 2 }] },
    { inner: { list: [1] } },
    { inner: { map: { a: 1 } } },
    { inner: { map: [] } },
    [],
    undefined,
    'a',
  ];
  different.forEach((expected, index) => {
    it(`refuses everything else (${index + 1})`, () => {
      assert.match(
        errorOf(() => assertMatches(object, expected, 'thing')).message,
        /^thing is not as expected/,
      );
    });
  });

  it('shows the items of a list of which one is missing', () => {
    const { actual } = errorOf(() =>
      assertMatches(object, { items: [{ name: 'one' }, { name: 'four' }] }),
    );

    assert.deepEqual(actual, {
      items: [{ name: 'one' }, { name: 'two' }, { name: 'three', value: 3 }],
    });
  });
});
