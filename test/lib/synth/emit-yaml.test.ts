import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { parse, parseAllDocuments } from 'yaml';
import { SynthError } from '../../../lib/errors';
import { emitDocuments, emitYaml } from '../../../lib/synth/emit-yaml';

const TRAPS = [
  ...['--flag', '-f', '--a=b: c', '-1a', '--', '-a -b'],
  ...[
    '',
    ' ',
    'a ',
    ' a',
    'yes',
    'No',
    'on',
    'OFF',
    'y',
    'n',
    '~',
    'null',
    'Null',
    'true',
    'FALSE',
  ],
  ...[
    '0x1F',
    '0o17',
    '0b11',
    '012',
    '1e3',
    '1E+3',
    '1_000',
    '1:30',
    '190:20:30',
    '.5',
    '5.',
    '+1',
    '-1',
  ],
  ...[
    '.inf',
    '-.INF',
    '.nan',
    '2026-11-21',
    '2026-11-21T00:00:00Z',
    '=',
    '<<',
    '-',
    '- a',
    '--- a',
    '---',
  ],
  ...[
    '...',
    ': a',
    'a: b',
    'a:',
    ':a',
    'a #b',
    '#a',
    'a#b',
    '!a',
    '&a',
    '*a',
    '%a',
    '@a',
    '`a',
    '|',
    '>',
    '>-',
  ],
  ...[
    '{a}',
    '[a]',
    '{',
    ']',
    ',a',
    '?',
    '? a',
    "it's",
    '"quoted"',
    "'a'",
    'a\tb',
    '\ta',
    'a\rb',
    '\u007f',
    '\u0085',
  ],
  ...[
    '\u2028',
    '\ufeff',
    '\u0000',
    '\u001b',
    '😀',
    'ü',
    'a\nb',
    'a\n',
    '\na',
    'a\n\n',
    'a\n\nb',
    ' a\nb',
    'a \nb',
  ],
  ...[
    'a\n b',
    'a\n\tb',
    '\n',
    '\n\n',
    'a\r\nb',
    'a\nb\n\n\n',
    'a: b\nc: d\n',
    '#!/bin/sh\ntrue\n',
    'x'.repeat(500),
  ],
  ...[
    '{{ ds.meta_data.instance_id }}',
    "openstack:///'{{ instance_id }}'",
    '10.0.0.0/8',
    '1.2.3',
    '10.0.0.1',
    'E0',
    'e',
    'v1.32.4',
  ],
  ...[
    '1,000',
    '1.',
    '1e',
    '0.1.2',
    '08',
    '0x',
    '12e03',
    '685.230_15',
    '123456',
    '1970-1-1',
    'a, b',
    'a  b',
  ],
];

function readsBack(value: unknown): void {
  const text = emitYaml(value);
  assert.deepEqual(load(text), value, text);
  assert.deepEqual(parse(text, { version: '1.1' }), value, text);
  assert.deepEqual(parse(text, { version: '1.2' }), value, text);
}

describe('emitYaml', () => {
  for (const trap of TRAPS) {
    it(`keeps ${JSON.stringify(trap.slice(0, 30))} as value, key, item and nested text`, () => {
      readsBack({
        key: trap,
        list: [trap, { key: trap, [trap]: 1 }],
        map: { deep: { key: trap } },
      });
      readsBack({ [trap]: 'value' });
      readsBack(trap);
    });
  }

  it('keeps whatever plain data holds', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...TRAPS),
      fc.string({
        unit: fc.constantFrom('\n', ' ', 'a', ':', '-', '#', "'", '"', '\t', '1', '.', 'e'),
      }),
    );
    const leaf = fc.oneof(
      text,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      fc.boolean(),
      fc.constant(null),
    );
    const data = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('value')),
        fc.dictionary(
          text.filter((key) => key !== '__proto__'),
          tie('value'),
        ),
      ),
    })).value;

    fc.assert(
      fc.property(data, (value) => readsBack(normalized(value))),
      { numRuns: 500 },
    );
  });

  it('leaves out members that are undefined and keeps empty ones', () => {
    assert.equal(emitYaml({ a: undefined, b: [], c: {}, d: null }), 'b: []\nc: {}\nd: null\n');
  });

  it('writes scripts as literal blocks', () => {
    assert.equal(
      emitYaml({ data: { run: 'set -e\n\ntrue\n' } }),
      'data:\n  run: |\n    set -e\n\n    true\n',
    );
  });

  it('writes objects in lists beside their dash', () => {
    assert.equal(emitYaml({ a: [{ b: 1, c: [2] }] }), 'a:\n  - b: 1\n    c:\n      - 2\n');
  });

  for (const [what, value] of [
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['a number that is none', Number.NaN],
    ['half of a surrogate pair', '\ud800'],
  ] as const) {
    it(`refuses ${what}`, () => {
      assert.throws(() => emitYaml({ value }), SynthError);
    });
  }

  it('refuses data that contains itself', () => {
    const value: Record<string, unknown> = {};
    value.self = value;

    assert.throws(() => emitYaml(value), /nested too deeply/);
  });

  it('joins documents', () => {
    const text = emitDocuments([{ a: 1 }, { b: 2 }]);

    assert.equal(text, 'a: 1\n---\nb: 2\n');
    assert.equal(parseAllDocuments(text).length, 2);
  });
});

/** Data without what JSON cannot tell apart: keys that look like array indices change their order only. */
function normalized(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
