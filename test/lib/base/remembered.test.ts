import { strict as assert } from 'node:assert';

import { remembered } from '../../../lib/base/remembered';

describe('a function that keeps its results', () => {
  it('makes each of them once, those that are undefined included', () => {
    const { made, of } = counted(9);
    assert.deepEqual(['a', '', 'a', ''].map(of), [1, undefined, 1, undefined]);
    assert.deepEqual(made, ['a', '']);
  });

  it('forgets them for one too many, and not for one that it has', () => {
    const { made, of } = counted(2);
    for (const text of ['a', 'b', 'a', 'b', 'c', 'a']) of(text);
    assert.deepEqual(made, ['a', 'b', 'c', 'a']);
  });
});

function counted(most: number) {
  const made: string[] = [];
  const of = remembered(most, (text) => {
    made.push(text);
    return text === '' ? undefined : text.length;
  });
  return { made, of: (text: string) => of(text) };
}
