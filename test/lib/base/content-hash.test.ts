import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import {
  canonicalJson,
  contentHash,
  hashedName,
  rememberHashes,
} from '../../../lib/base/content-hash';

describe('the hash of contents', () => {
  it('has eight hexadecimal digits of their SHA-256', () => {
    const digest = createHash('sha256').update('{"a":[1,true,null],"b":"x"}').digest('hex');

    assert.equal(contentHash({ b: 'x', a: [1, true, null] }), digest.slice(0, 8));
  });

  it('ignores the order of keys at any depth', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        assert.equal(contentHash(reversed(data)), contentHash(data));
      }),
    );
  });

  it('ignores keys without a value', () => {
    assert.equal(contentHash({ a: 1, b: undefined }), contentHash({ a: 1 }));
  });

  it('is remembered from the first request on, with those made shortly before', () => {
    const before = contentHash({ made: 'before' });
    const remembered = rememberHashes();
    const after = contentHash({ made: 'after' });
    const large = contentHash({ made: 'x'.repeat(10_000) });

    for (const hash of [before, after, large]) assert.ok(remembered.has(hash));
    assert.equal(rememberHashes(), remembered);
    assert.ok(!remembered.has('deadbeef'));
  });

  it('tells different contents apart', () => {
    const contents = [{}, [], '', 0, false, null, { a: [] }, { a: {} }, { a: '1' }, { a: 1 }];

    assert.equal(new Set(contents.map(contentHash)).size, contents.length);
  });

  it('takes what JSON does not have for null, whichever came first', () => {
    assert.equal(contentHash([undefined, 1]), contentHash([null, 1]));
    assert.equal(contentHash([null, 2]), contentHash([Number.NaN, 2]));
    assert.equal(contentHash({ list: [undefined] }), contentHash({ list: [null] }));
    assert.equal(canonicalJson([undefined, { a: Infinity }]), '[null,{"a":null}]');
  });

  it('ends a name', () => {
    assert.equal(hashedName('demo', { a: 1 }), `demo-${contentHash({ a: 1 })}`);
  });
});

describe('canonical JSON', () => {
  it('is read back as what was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        assert.deepEqual(JSON.parse(canonicalJson(data)), JSON.parse(JSON.stringify(data)));
      }),
    );
  });
});

function reversed(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(reversed);
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).map(([key, value]) => [key, reversed(value)] as const);
  return Object.fromEntries(entries.reverse());
}
