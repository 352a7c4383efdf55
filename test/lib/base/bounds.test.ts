import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unionContains } from '../../../lib/base/bounds';
import { blockOf, type Cidr, cidrContains, tryParseCidr } from '../../../lib/base/cidr';

const WHOLE = rangeOf('10.8.0.0/27');
const ADDRESSES = Array.from({ length: 32 }, (_, i) => `10.8.0.${i}`);

describe('the union of some ranges', () => {
  const range = fc
    .integer({ min: 27, max: 32 })
    .chain((prefix) =>
      fc.nat(2 ** (prefix - 27) - 1).map((place) => rangeOf(blockOf(WHOLE, prefix, place))),
    );

  it('contains a range whose every address is in one of them', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), range, (ranges, other) => {
        const isCovered = ADDRESSES.filter((address) => cidrContains(other, address)).every(
          (address) => ranges.some((one) => cidrContains(one, address)),
        );

        assert.equal(unionContains(ranges, other), isCovered);
      }),
    );
  });

  it('contains no range of the other family', () => {
    assert.equal(unionContains([rangeOf('0.0.0.0/0')], rangeOf('::/128')), false);
  });
});

function rangeOf(text: string): Cidr {
  const cidr = tryParseCidr(text);
  assert.ok(cidr);
  return cidr;
}
