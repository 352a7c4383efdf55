import assert from 'node:assert/strict';
import { mutantsOf } from './mutants';
import { mutationOptions } from './options';

describe('mutants', () => {
  it('turn conditions and their bounds round', () => {
    assert.deepEqual(changesOf('function isFit() { if (a > 1) return b <= 2; }'), [
      'function isFit() { if (!(a > 1)) return b <= 2; }',
      'function isFit() { if (a >= 1) return b <= 2; }',
      'function isFit() { if (a > 1) return b < 2; }',
    ]);
  });

  it('switch off rules and their reports', () => {
    assert.deepEqual(changesOf("const A = { id: 'a', check() { refuse(x); } };"), [
      "const A = { id: 'a', check() {} };",
      "const A = { id: 'a', check() { ; } };",
    ]);
  });

  it('leave out a guard that would let more through', () => {
    assert.deepEqual(changesOf('when(({ a }) => a.length > 0, B);'), []);
    assert.deepEqual(changesOf('when(has, B); function has(a) { return a > 0; }'), []);
  });

  it('narrow a guard', () => {
    assert.deepEqual(changesOf('when((a) => a >= 1, ...B);'), ['when((a) => a > 1, ...B);']);
  });

  it('keep what stands behind a guard', () => {
    assert.deepEqual(changesOf('when(has, a > 0);'), ['when(has, a >= 0);']);
  });

  it('leave out the size of what a module keeps', () => {
    assert.deepEqual(changesOf('const kept = new Map(); if (kept.size >= 8) kept.clear();'), []);
    assert.deepEqual(changesOf('const a = (b) => b.size >= 8;'), ['const a = (b) => b.size > 8;']);
  });
});

describe('mutation options', () => {
  it('are all kinds and all files', () => {
    assert.deepEqual(mutationOptions([]), {
      kinds: ['rule', 'report', 'condition'],
      prefixes: [],
    });
  });

  it('take kinds and beginnings of files', () => {
    assert.deepEqual(mutationOptions(['--kinds', 'rule,report', 'etcd', 'range']), {
      kinds: ['rule', 'report'],
      prefixes: ['etcd', 'range'],
    });
  });

  it('refuse another kind', () => {
    assert.throws(() => mutationOptions(['--kinds', 'rule,reports']), {
      message: '--kinds is "reports"; use rule, report, condition, joined by commas',
    });
  });
});

function changesOf(text: string): readonly string[] {
  const mutants = mutantsOf(new Map([['rules.ts', text]])).get('rules.ts') ?? [];
  return mutants.map((mutant) => mutant.text);
}
