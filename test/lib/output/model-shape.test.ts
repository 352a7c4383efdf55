import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { share } from '../../../lib/base/shared';
import { modelShape } from '../../../lib/output/model-shape';
import { testFleet } from '../../support/fleets';
import type { AssembledCluster } from '../../support/openstack-cluster';

function model(changes: Readonly<Record<string, unknown>> = {}): AssembledCluster {
  return { ...testFleet().cluster('prod').model(), ...changes };
}

function modelDigest(one: AssembledCluster): string | undefined {
  return modelShape(one)?.digest;
}

describe('modelShape', () => {
  it('is the same for equal models', () => {
    assert.equal(modelDigest(model()), modelDigest(model()));
  });

  it('differs wherever models differ', () => {
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant(undefined), fc.double());
    const pair = fc.tuple(value, value);
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const same = modelDigest(model({ cni: one })) === modelDigest(model({ cni: other }));
        return !same || isDeepStrictEqual(normal(one), normal(other));
      }),
    );
  });

  for (const [what, one, other] of [
    ['texts that run together', ['a', 'b'], ['a"1:b']],
    ['a number and its text', 1, '1'],
    ['null and nothing', null, undefined],
    ['no number and null', Number.NaN, null],
    ['a list and a map', ['a'], { 0: 'a' }],
    ['gaps of one name', { a: { x: undefined }, b: {} }, { a: {}, b: { x: undefined } }],
    ['nested lists', [['a'], 'b'], [['a', 'b']]],
    ['long texts', `${'x'.repeat(5_000)}a`, `${'x'.repeat(5_000)}b`],
    ['shared data', share({ a: 1 }), share({ a: 2 })],
  ] as const) {
    it(`tells ${what} apart`, () => {
      assert.notEqual(modelDigest(model({ cni: one })), modelDigest(model({ cni: other })));
    });
  }

  it('is the same whether data in common was seen before or not', () => {
    const data = () => ({ a: share({ x: 1 }), b: { y: undefined } });
    const seen = data();
    const digest = modelDigest(model({ cni: seen }));

    assert.equal(modelDigest(model({ cni: seen })), digest);
    assert.equal(modelDigest(model({ cni: data() })), digest);
  });

  it('tells documents of addons apart', () => {
    const withDocuments = (documents: unknown) => {
      const payload = [{ kind: 'configMap', suffix: '', entries: [{ key: 'a', documents }] }];
      return modelDigest(model({ addons: [{ name: 'a', payload }] }));
    };
    const long = 'x'.repeat(5_000);
    const documents = [
      `${long}a`,
      `${long}b`,
      'a',
      '"a"',
      ['a'],
      [share({ a: 1 })],
      [share({ a: 2 })],
      [{ a: 1 }],
      [{ a: 1 }, { a: 1 }],
      undefined,
    ];

    assert.equal(new Set(documents.map(withDocuments)).size, documents.length);
    assert.equal(withDocuments([share({ a: 1 })]), withDocuments([share({ a: 1 })]));
    assert.equal(withDocuments([() => 1]), undefined);
  });

  it('sees a change of data that is not marked as shared', () => {
    const labels: Record<string, string> = { a: '1' };
    const before = modelDigest(model({ labels }));
    labels.a = '2';

    assert.notEqual(modelDigest(model({ labels })), before);
  });

  for (const [what, value] of [
    ['a function', () => 1],
    ['an instance', new Map([['a', 1]])],
    ['a date', new Date(0)],
    ['a big number', 1n],
    ['half of a surrogate pair', '\ud800'],
    ['half of a surrogate pair in a long text', `${'x'.repeat(5_000)}\ud800`],
    ['shared data with a function', share({ run: () => 1 })],
  ] as const) {
    it(`has none for ${what}`, () => {
      assert.equal(modelDigest(model({ cni: { value } })), undefined);
    });
  }

  it('has none for data that contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop.loop = loop;

    assert.equal(modelDigest(model({ cni: loop })), undefined);
  });
});

/** A value as it is written: no number has a negative zero. */
function normal(value: unknown): unknown {
  if (typeof value === 'number') return value + 0;
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, normal(member)]));
}
