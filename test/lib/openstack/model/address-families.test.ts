import assert from 'node:assert/strict';
import { isIPv6Only, machineFamilies } from '../../../../lib/openstack/model/machine-families';
import type { OpenStackNetwork } from '../../../../lib/openstack/model/network';

const SUBNET = { filter: { name: 'nodes' } };

function adopted(more: object): OpenStackNetwork {
  return { kind: 'adopted', network: { filter: { name: 'lan' } }, subnets: [], ...more };
}

describe('families of machines on an adopted network', () => {
  for (const [what, network, expected] of [
    ['a subnet of IPv4', { subnets: [SUBNET], nodeCidr: '10.8.0.0/24' }, [4]],
    ['a subnet of IPv6', { subnets: [SUBNET], nodeCidr: 'fd00:8::/64' }, [6]],
    [
      'a subnet of IPv6, by its other prop',
      { subnets: [SUBNET], nodeCidrIPv6: 'fd00:8::/64' },
      [6],
    ],
    ['two subnets', { subnets: [SUBNET, SUBNET] }, [4, 6]],
    ['two ranges', { nodeCidr: '10.8.0.0/24', nodeCidrIPv6: 'fd00:8::/64' }, [4, 6]],
    ['a subnet of which nothing is known', { subnets: [SUBNET] }, undefined],
    ['any subnet', { nodeCidr: '10.8.0.0/24' }, undefined],
  ] as const) {
    it(`are those of ${what}`, () => {
      const families = machineFamilies(adopted(network));

      assert.deepEqual(families && [...families], expected);
      assert.equal(isIPv6Only(adopted(network)), expected?.length === 1 && expected[0] === 6);
    });
  }
});
