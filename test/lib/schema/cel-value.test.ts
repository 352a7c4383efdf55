import assert from 'node:assert/strict';
import { celName, celValue } from '../../../lib/schema/cel-value';
import { withDefaults } from '../../../lib/schema/defaults';

describe('celValue', () => {
  it('makes whole numbers, times and bytes of their own types', () => {
    const schema = {
      properties: {
        count: { type: 'integer' },
        share: { type: 'number' },
        most: { 'x-kubernetes-int-or-string': true },
        since: { type: 'string', format: 'date-time' },
        blob: { type: 'string', format: 'byte' },
        ports: { type: 'array', items: { type: 'integer' } },
        shares: { type: 'object', additionalProperties: { type: 'integer' } },
      },
    };

    const value = celValue(schema, {
      count: 1,
      share: 1,
      most: '1%',
      since: '2030-01-31T12:00:00Z',
      blob: 'YQ==',
      ports: [80],
      shares: { 'a-b': 1 },
      unknown: 1,
      absent: undefined,
    });

    assert.deepEqual(value, {
      count: 1n,
      share: 1,
      most: '1%',
      since: new Date(Date.UTC(2030, 0, 31, 12)),
      blob: new Uint8Array([97]),
      ports: [80n],
      shares: { 'a-b': 1n },
    });
  });

  it('escapes names that are none in an expression', () => {
    const names = ['import', 'a-b', 'a.b/c', 'a__b', 'plain'];

    assert.deepEqual(names.map(celName), [
      '__import__',
      'a__dash__b',
      'a__dot__b__slash__c',
      'a__underscores__b',
      'plain',
    ]);
  });
});

describe('withDefaults', () => {
  const schema = {
    properties: {
      size: { type: 'integer', default: 3 },
      frame: { default: {}, properties: { color: { default: 'red' } } },
      wheels: { items: { properties: { spokes: { default: 36 } } } },
      extra: { additionalProperties: { properties: { kept: { default: true } } } },
      none: { nullable: true, default: 1 },
    },
  };

  it('fills in what is missing, also below what was missing', () => {
    const given = { wheels: [{}, { spokes: 8 }], extra: { a: {} }, none: null, other: 1 };

    assert.deepEqual(withDefaults(schema, given), {
      size: 3,
      frame: { color: 'red' },
      wheels: [{ spokes: 36 }, { spokes: 8 }],
      extra: { a: { kept: true } },
      none: null,
      other: 1,
    });
  });

  it('takes null for missing where null is not allowed', () => {
    assert.deepEqual(withDefaults(schema, { size: null, frame: { color: 'blue' }, none: 2 }), {
      size: 3,
      frame: { color: 'blue' },
      none: 2,
    });
  });

  it('changes neither the object nor the schema', () => {
    const given = Object.freeze({ frame: Object.freeze({}) });

    withDefaults(schema, given);

    assert.deepEqual(given, { frame: {} });
    assert.deepEqual(schema.properties.frame.default, {});
  });
});
