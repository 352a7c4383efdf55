import assert from 'node:assert/strict';
import { formatIssue } from '../../../lib/base/errors';

const FACTS = { path: 'demo', prop: 'text', allowed: 'less', fix: 'leave it out', rule: 'some' };

describe('formatIssue', () => {
  it('shows values of 300 characters of JSON as they are', () => {
    const given = 'x'.repeat(298);

    assert.equal(first(given), `demo: text is "${given}"`);
  });

  it('shows the beginning of longer ones, and how long they are', () => {
    assert.equal(first('x'.repeat(299)), `demo: text is "${'x'.repeat(299)}… (299 characters)`);
    assert.equal(
      first(['\n'.repeat(9_996)]),
      `demo: text is ["${'\\n'.repeat(149)}… (19996 characters)`,
    );
  });

  it('shows what is no JSON', () => {
    assert.equal(first(Symbol('a')), 'demo: text is Symbol(a)');
  });
});

function first(given: unknown): string | undefined {
  return formatIssue({ ...FACTS, given }).split('\n')[0];
}
