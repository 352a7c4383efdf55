import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { parse, parseAllDocuments } from 'yaml';
import { SynthError } from '../../../lib/base/errors';
import { emitDocuments, emitYaml } from '../../../lib/output/emit-yaml';
import { TRAPS } from './yaml-traps';

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
      fc.string({ unit: 'binary' }),
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
      { numRuns: 300 },
    );
  });

  it('leaves out members that are undefined and keeps empty ones', () => {
    assert.equal(emitYaml({ a: undefined, b: [], c: {}, d: null }), 'b: []\nc: {}\nd: null\n');
  });

  for (const [what, text, written] of [
    ['a script', 'set -e\n\ntrue\n', '|\n    set -e\n\n    true\n'],
    ['a text without a line end', 'a\nb', '|-\n    a\n    b\n'],
    ['a text with blank lines at its end', 'a\n\n\n', '|+\n    a\n\n\n'],
    ['a text that begins with blanks', '  a\nb\n', '|2\n      a\n    b\n'],
    ['a text that begins with a blank line', '\n a\nb', '|2-\n\n     a\n    b\n'],
    ['a last line of blanks alone', ' :\n \n', '" :\\n \\n"\n'],
    ['lines that end in blanks', 'a \nb\n', '|\n    a \n    b\n'],
    ['lines that begin with tabs', 'all:\n\ttrue\n', '|\n    all:\n    \ttrue\n'],
    ['a last line of blanks', 'a\n  ', '"a\\n  "\n'],
    ['nothing but line ends', '\n\n', '"\\n\\n"\n'],
    ['lines with control characters', 'a\u0007\nb\n', '"a\\u0007\\nb\\n"\n'],
  ] as const) {
    it(`writes ${what} as ${written.startsWith('|') ? 'a literal block' : 'a quoted text'}`, () => {
      assert.equal(emitYaml({ data: { run: text } }), `data:\n  run: ${written}`);
    });
  }

  it('keeps long blocks at every depth', () => {
    const text = 'some line of a manifest\n'.repeat(200);

    readsBack({ a: text, b: { c: text, d: [text, [text]] }, e: text });
  });

  it('keeps lines of any length on one line', () => {
    const text = 'many words '.repeat(10_000).trim();

    assert.equal(emitYaml({ text }), `text: ${text}\n`);
  });

  it('decides about long words at once', () => {
    readsBack({ text: `${'a'.repeat(100_000)}ü`, dots: `${'a.'.repeat(50_000)}: b` });
  });

  it('writes a key as long as readers accept, and refuses a longer one', () => {
    readsBack({ a: { ['k'.repeat(1024)]: 1 } });

    assert.throws(
      () => emitYaml({ ['k'.repeat(1025)]: 1 }),
      /a key of 1025 characters is longer than YAML readers accept/,
    );
  });

  it('writes plain data of another realm', () => {
    assert.equal(emitYaml(runInNewContext('({ a: [{ b: 1 }] })')), 'a:\n  - b: 1\n');
  });

  it('writes objects in lists beside their dash', () => {
    assert.equal(emitYaml({ a: [{ b: 1, c: [2] }] }), 'a:\n  - b: 1\n    c:\n      - 2\n');
  });

  for (const [what, value] of [
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['an instance of a class', new (class Thing {})()],
    ['a map', new Map()],
    ['a number that is none', Number.NaN],
    ['an infinite number', Number.NEGATIVE_INFINITY],
    ['a big integer', 1n],
    ['a symbol', Symbol('a')],
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

  it('writes data that is nested deeply', () => {
    let value: unknown = 'a';
    for (let depth = 0; depth < 90; depth += 1) value = { a: [value] };

    assert.deepEqual(load(emitYaml(value), { maxDepth: 400 }), value);
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
