import assert from 'node:assert/strict';
import { SchemaPool } from '../../../lib/schema/compact';
import { Compiler } from '../../../lib/schema/compile';
import { Explainer } from '../../../lib/schema/explain';
import type { OpenApiSchema } from '../../../lib/schema/open-api';

const INT_OR_STRING: OpenApiSchema = {
  'x-kubernetes-int-or-string': true,
  anyOf: [{ type: 'integer' }, { type: 'string' }],
  pattern: '^\\d+%$',
  maximum: 9,
};

const PORT: OpenApiSchema = {
  type: 'object',
  required: ['port'],
  properties: { port: { type: 'integer' }, protocol: { type: 'string' } },
};

/** Schema, values that it accepts, and values that it refuses with what it says to the first. */
type Row = readonly [
  name: string,
  schema: OpenApiSchema,
  good: readonly unknown[],
  bad: readonly unknown[],
  allowed: string,
];

const ROWS: readonly Row[] = [
  ['type integer', { type: 'integer' }, [0, -3], [1.5, '1', Number.NaN, null], 'an integer'],
  ['type number', { type: 'number' }, [0, 1.5], ['1', Infinity], 'a number'],
  ['type boolean', { type: 'boolean' }, [true, false], ['true', 1], 'true or false'],
  ['type string', { type: 'string' }, ['', 'a'], [1, true, {}], 'a string'],
  ['type array', { type: 'array' }, [[], [1]], [{}, 'a'], 'a list'],
  ['type object', { type: 'object' }, [{}], [[], 'a', null], 'an object'],
  ['no type', {}, [1, 'a', null, [], {}], [], ''],
  ['nullable', { type: 'string', nullable: true }, [null, 'a'], [1], 'a string, or null'],
  ['enum', { type: 'string', enum: ['a', 'b', 'c'] }, ['a'], ['d', ''], '"a", "b" or "c"'],
  ['minimum', { type: 'integer', minimum: 2 }, [2], [1], 'an integer, 2 or more'],
  ['maximum', { type: 'number', maximum: 2 }, [2], [2.1], 'a number, 2 or less'],
  [
    'exclusive bounds',
    { type: 'number', minimum: 0, maximum: 1, exclusiveMinimum: true, exclusiveMaximum: true },
    [0.5],
    [0, 1, 2],
    'a number from above 0 to below 1',
  ],
  ['multipleOf', { type: 'integer', multipleOf: 4 }, [8], [6], 'an integer, a multiple of 4'],
  ['int32', { type: 'integer', format: 'int32' }, [2 ** 31 - 1], [2 ** 31], 'a 32-bit integer'],
  [
    'minLength',
    { type: 'string', minLength: 2 },
    ['ab'],
    ['a', '🌲'],
    'a string of 2 or more characters',
  ],
  [
    'maxLength',
    { type: 'string', maxLength: 1 },
    ['a', '🌲'],
    ['ab'],
    'a string of at most 1 character',
  ],
  ['pattern', { type: 'string', pattern: '^a\\-$' }, ['a-'], ['a'], 'a string that matches ^a\\-$'],
  ['unknown format', { type: 'string', format: 'verse' }, ['a'], [], ''],
  ['minItems', { type: 'array', minItems: 1 }, [[1]], [[]], '1 or more items'],
  ['maxItems', { type: 'array', maxItems: 1 }, [[1]], [[1, 2]], 'at most 1 item'],
  ['items', { type: 'array', items: { type: 'string' } }, [['a']], [[1]], 'a string'],
  [
    'a set',
    { type: 'array', 'x-kubernetes-list-type': 'set', items: {} },
    [[1, '1', 2]],
    [[1, 2, 1], Array.from({ length: 90 }, (_, i) => i % 89)],
    'each item once',
  ],
  [
    'list keys',
    { type: 'array', 'x-kubernetes-list-map-keys': ['port', 'protocol'], items: PORT },
    [[{ port: 1 }, { port: 2 }, { port: 2, protocol: 'UDP' }]],
    [
      [{ port: 1 }, { port: 2 }, { port: 1 }],
      Array.from({ length: 90 }, (_, i) => ({ port: i % 89 })),
    ],
    'each combination of port, protocol once',
  ],
  [
    'minProperties',
    { type: 'object', minProperties: 1, additionalProperties: true },
    [{ a: 1 }],
    [{}],
    '1 or more fields',
  ],
  [
    'maxProperties',
    { type: 'object', maxProperties: 1, additionalProperties: true },
    [{ a: 1 }],
    [{ a: 1, b: 1 }],
    'at most 1 field',
  ],
  ['required', PORT, [{ port: 1 }], [{ protocol: 'TCP' }, { port: undefined }], 'an integer'],
  ['unknown fields', PORT, [{ port: 1 }], [{ port: 1, ports: 2 }], 'port, protocol'],
  [
    'kept unknown fields',
    { ...PORT, 'x-kubernetes-preserve-unknown-fields': true },
    [{ port: 1, ports: 2 }],
    [{ port: '1', ports: 2 }],
    'an integer',
  ],
  [
    'embedded objects',
    { type: 'object', 'x-kubernetes-embedded-resource': true },
    [{ kind: 'A' }],
    ['a'],
    'an object',
  ],
  [
    'map values',
    { type: 'object', additionalProperties: { type: 'string' } },
    [{ a: 'b' }],
    [{ a: 1 }],
    'a string',
  ],
  [
    'int or string',
    INT_OR_STRING,
    [3, '30%'],
    [10, '30', true],
    'an integer, 9 or less, or a string that matches ^\\d+%$',
  ],
  [
    'allOf',
    { type: 'string', allOf: [{ minLength: 2 }, { maxLength: 3 }] },
    ['ab'],
    ['a', 'abcd'],
    'any value',
  ],
  [
    'anyOf',
    { ...PORT, anyOf: [{ required: ['protocol'] }, { properties: { port: { maximum: 9 } } }] },
    [{ port: 9 }, { port: 10, protocol: 'TCP' }],
    [{ port: 10 }],
    'a value that matches one of the alternatives',
  ],
  [
    'oneOf',
    {
      type: 'object',
      additionalProperties: true,
      oneOf: [{ required: ['a'] }, { required: ['b'] }],
    },
    [{ a: 1 }, { b: 1 }],
    [{ a: 1, b: 1 }, {}],
    'a value that matches exactly one of the alternatives',
  ],
  [
    'not',
    { type: 'object', additionalProperties: true, not: { required: ['a'] } },
    [{ b: 1 }],
    [{ a: 1 }],
    'a value that does not match the excluded schema',
  ],
  [
    'uuid',
    { type: 'string', format: 'uuid' },
    ['0b0f3d0e-7a94-4c1a-9d1f-3b7f4f1f2a10'],
    ['0b0f'],
    'a UUID',
  ],
  [
    'date-time',
    { type: 'string', format: 'date-time' },
    ['2030-01-31T12:00:00Z', '2030-01-31T12:00:00.5+02:00'],
    ['2030-01-31', '2030-13-31T12:00:00Z'],
    'a date and time such as "2030-01-31T12:00:00Z"',
  ],
  ['byte', { type: 'string', format: 'byte' }, ['', 'YQ=='], ['YQ', '*'], 'base64'],
  [
    'ipv4',
    { type: 'string', format: 'ipv4' },
    ['192.0.2.1'],
    ['192.0.2', '::1'],
    'an IPv4 address',
  ],
  [
    'cidr',
    { type: 'string', format: 'cidr' },
    ['192.0.2.0/24', '::/0'],
    ['192.0.2.0', '192.0.2.0/33', '/8'],
    'an address range such as "192.0.2.0/24"',
  ],
  ['uri', { type: 'string', format: 'uri' }, ['https://a.example/b', '/b'], ['b'], 'a URI'],
];

describe('schema keywords', () => {
  for (const [name, schema, good, bad, allowed] of ROWS) {
    const pool = new SchemaPool();
    const index = pool.add(schema);
    const { nodes } = pool.data();
    const compiler = new Compiler(nodes);

    it(`${name}: accepts what fits`, () => {
      for (const value of good) assert.ok(compiler.test(index)(value), JSON.stringify(value));
    });

    it(`${name}: refuses the rest and says what fits`, () => {
      for (const value of bad) assert.ok(!compiler.test(index)(value), JSON.stringify(value));
      if (bad.length === 0) return;

      const [finding] = new Explainer(nodes, compiler).explain(index, bad[0]);

      assert.equal(finding?.allowed, allowed);
    });
  }

  it('stores equal schemas once', () => {
    const pool = new SchemaPool();
    const label: OpenApiSchema = { type: 'string', maxLength: 63, description: 'a' } as object;
    const same: OpenApiSchema = { type: 'string', maxLength: 63, description: 'b' } as object;

    assert.equal(
      pool.add({ type: 'array', items: label }),
      pool.add({ type: 'array', items: same }),
    );
    assert.equal(pool.data().nodes.length, 2);
  });
});
