import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockOf, type Cidr, cidrsOverlap, tryParseCidr } from '../../../lib/base/cidr';
import { SpanIndex, spanOf } from '../../../lib/base/cidr-span';

describe('ranges that are looked up', () => {
  const part = (whole: string) =>
    fc.integer({ min: 1, max: 5 }).chain((bits) =>
      fc.nat(2 ** bits - 1).map((place) => {
        const cidr = rangeOf(whole);
        return rangeOf(blockOf(cidr, cidr.prefix + bits, place));
      }),
    );
  const range: fc.Arbitrary<Cidr> = fc.oneof(part('10.8.0.0/16'), part('fd00:8::/32'));

  it('are found where one of them overlaps', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 20 }), range, (taken, wanted) => {
        const index = new SpanIndex(taken.map((one) => [spanOf(one), one] as const));
        const found = index.find(spanOf(wanted));

        assert.equal(
          found !== undefined,
          taken.some((one) => cidrsOverlap(one, wanted)),
        );
        assert.ok(found === undefined || (taken.includes(found) && cidrsOverlap(found, wanted)));
      }),
    );
  });
});

function rangeOf(text: string): Cidr {
  const cidr = tryParseCidr(text);
  assert.ok(cidr);
  return cidr;
}
