import { strict as assert } from 'node:assert';
import { oneOfEquals } from '../../../lib/base/one-of-equals';

describe('oneOfEquals', () => {
  it('gives the first of what is equal, and each of what is not', () => {
    const one = oneOfEquals<readonly { a: number }[]>(2);
    const first = [{ a: 1 }];

    assert.equal(one(first), first);
    assert.equal(one([{ a: 1 }]), first);
    assert.deepEqual(one([{ a: 2 }]), [{ a: 2 }]);
  });

  it('forgets what it knows when there is too much of it', () => {
    const one = oneOfEquals<{ a: number }>(1);
    const first = { a: 1 };
    one(first);
    one({ a: 2 });

    assert.notEqual(one({ a: 1 }), first);
  });
});
