import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Cidr,
  cidrContains,
  cidrsOverlap,
  compareAddresses,
  isAddress,
  peerRange,
  tryParseCidr,
} from '../../../lib/base/cidr';

const range = fc
  .tuple(fc.nat(0xffff_ffff), fc.integer({ min: 0, max: 32 }))
  .map(([bits, prefix]) => `${dotted(bits)}/${prefix}`);

describe('tryParseCidr', () => {
  it('reads ranges of both families', () => {
    assert.deepEqual(tryParseCidr('10.8.0.0/24'), {
      text: '10.8.0.0/24',
      family: 4,
      network: '10.8.0.0',
      prefix: 24,
      aligned: true,
    });
    assert.deepEqual(tryParseCidr('fd00::1/64'), {
      text: 'fd00::1/64',
      family: 6,
      network: 'fd00::',
      prefix: 64,
      aligned: false,
    });
  });

  for (const text of [
    '',
    '10.8.0.0',
    '10.8/16',
    '10.8.0.0/33',
    '10.8.0.256/24',
    'fd00::/129',
    'x/8',
    '10.8.0.0/',
    '10.8.0.0/-1',
  ]) {
    it(`does not read ${JSON.stringify(text)}`, () => {
      assert.equal(tryParseCidr(text), undefined);
    });
  }
});

describe('cidrsOverlap', () => {
  it('agrees with first and last addresses', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const [first, second] = [parsed(a), parsed(b)];
        const [from, to] = bounds(a);
        const [start, end] = bounds(b);

        assert.equal(cidrsOverlap(first, second), from <= end && start <= to);
      }),
    );
  });

  it('keeps the families apart', () => {
    assert.equal(cidrsOverlap(parsed('0.0.0.0/0'), parsed('::/0')), false);
  });
});

describe('cidrContains', () => {
  it('agrees with first and last addresses', () => {
    fc.assert(
      fc.property(range, fc.nat(0xffff_ffff), (text, bits) => {
        const [from, to] = bounds(text);

        assert.equal(cidrContains(parsed(text), dotted(bits)), from <= bits && bits <= to);
      }),
    );
  });
});

describe('addresses', () => {
  it('are told from what is none', () => {
    const texts = ['10.0.0.1', '::1', '10.1', '0x7f.1', '', 'a', '10.0.0.1/8'];

    assert.deepEqual(
      texts.map((text) => isAddress(text)),
      [true, true, false, false, false, false, false],
    );
    assert.equal(isAddress('::1', 4), false);
    assert.equal(isAddress('10.0.0.1', 6), false);
  });

  it('are compared by number', () => {
    assert.ok(compareAddresses('10.0.0.9', '10.0.0.10') < 0);
    assert.equal(compareAddresses('fd00::1', 'fd00:0::1'), 0);
  });
});

function parsed(text: string): Cidr {
  const cidr = tryParseCidr(text);
  assert.ok(cidr !== undefined);
  return cidr;
}

function bounds(text: string): [number, number] {
  const [address = '', prefix = ''] = text.split('/');
  const size = 2 ** (32 - Number(prefix));
  const bits = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const from = Math.floor(bits / size) * size;
  return [from, from + size - 1];
}

function dotted(bits: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(bits / 2 ** shift) % 256).join('.');
}

describe('peerRange', () => {
  it('makes a range of one address, in the spelling that OpenStack keeps', () => {
    assert.equal(peerRange('198.51.100.7'), '198.51.100.7/32');
    assert.equal(peerRange('2001:DB8:0::7'), '2001:db8::7/128');
  });

  for (const text of ['198.51.100.0', '2001:db8::', '198.51.100.7/24', 'office', '']) {
    it(`leaves ${JSON.stringify(text)} as it is`, () => {
      assert.equal(peerRange(text), text);
    });
  }
});
