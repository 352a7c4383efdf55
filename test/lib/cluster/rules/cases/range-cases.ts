import { provisionedCluster, provisionedNetwork } from '../../../../support/provisioned';
import {
  cluster,
  type RuleCase,
  UNKNOWN_NETWORK,
  withControlPlane,
} from '../../../assembly/rule-case';

/** Examples of rules on address ranges. */
export const RANGE_CASES: readonly RuleCase[] = [
  {
    rule: 'range-readable',
    broken: nodes('10.8.0.0'),
    sound: nodes('10.8.0.0/16'),
    says: `mothership/demo: network.nodeCidr is "10.8.0.0"
  allowed: an address range in CIDR notation, such as "10.8.0.0/24"
  fix: write "10.8.0.0/24"`,
  },
  {
    rule: 'range-readable',
    broken: nodes('10.8/16'),
    says: `mothership/demo: network.nodeCidr is "10.8/16"
  allowed: an address range in CIDR notation, such as "10.8.0.0/24"
  fix: write "10.8.0.0/16"`,
  },
  {
    rule: 'range-readable',
    broken: nodes('10.8.1.0/255.255.255.0'),
    says: `mothership/demo: network.nodeCidr is "10.8.1.0/255.255.255.0"
  allowed: an address range in CIDR notation, such as "10.8.0.0/24"
  fix: write "10.8.1.0/24"`,
  },
  {
    rule: 'range-readable',
    broken: cluster({
      network: UNKNOWN_NETWORK,
      podCidrs: ['fd00:1::'],
      serviceCidrs: ['fd00:2::/112'],
    }),
    says: `mothership/demo: network.podCidrs is "fd00:1::"
  allowed: an address range in CIDR notation, such as "10.8.0.0/24"
  fix: write "fd00:1::/64"`,
  },
  {
    rule: 'range-readable',
    broken: cluster({ serviceCidrs: ['somewhere'] }),
    says: `mothership/demo: network.serviceCidrs is "somewhere"
  allowed: an address range in CIDR notation, such as "10.8.0.0/24"
  fix: write an address, a slash and a prefix length`,
  },
  {
    rule: 'range-aligned',
    broken: nodes('10.8.0.5/24'),
    sound: nodes('10.8.0.0/24'),
    says: `mothership/demo: network.nodeCidr is "10.8.0.5/24"
  allowed: the first address of the range, 10.8.0.0/24
  fix: write "10.8.0.0/24"`,
  },
  {
    rule: 'range-missing',
    broken: cluster({ podCidrs: [] }),
    sound: cluster({}),
    says: `mothership/demo: network.podCidrs is []
  allowed: one range, or one of each address family
  fix: leave it out to use "192.168.0.0/16"`,
  },
  {
    rule: 'range-missing',
    broken: cluster({ serviceCidrs: [] }),
    says: `mothership/demo: network.serviceCidrs is []
  allowed: one range, or one of each address family
  fix: leave it out to use "10.96.0.0/12"`,
  },
  {
    rule: 'range-families',
    broken: cluster({ podCidrs: ['10.1.0.0/16', '10.2.0.0/16'] }),
    sound: cluster({
      network: UNKNOWN_NETWORK,
      podCidrs: ['10.1.0.0/16', 'fd00:1::/56'],
      serviceCidrs: ['10.96.0.0/12', 'fd00:2::/112'],
    }),
    says: `mothership/demo: network.podCidrs is ["10.1.0.0/16","10.2.0.0/16"]
  allowed: one range, or one of each address family
  fix: write ["10.1.0.0/16"], or one range that contains them`,
  },
  {
    rule: 'first-family',
    broken: cluster({
      network: UNKNOWN_NETWORK,
      podCidrs: ['fd00:1::/56', '10.1.0.0/16'],
      serviceCidrs: ['10.96.0.0/12', 'fd00:2::/112'],
    }),
    sound: cluster({
      network: UNKNOWN_NETWORK,
      podCidrs: ['fd00:1::/56'],
      serviceCidrs: ['fd00:2::/112'],
    }),
    says: `mothership/demo: network.serviceCidrs is ["10.96.0.0/12","fd00:2::/112"]
  allowed: an IPv6 range first, as in network.podCidrs
  fix: write ["fd00:2::/112", "10.96.0.0/12"]`,
  },
  {
    rule: 'first-family',
    broken: cluster({ network: UNKNOWN_NETWORK, podCidrs: ['fd00:1::/56'] }),
    says: `mothership/demo: network.serviceCidrs is ["10.96.0.0/12"]
  allowed: an IPv6 range first, as in network.podCidrs
  fix: add an IPv6 range before the others`,
  },
  {
    rule: 'range-overlap',
    broken: cluster({ podCidrs: ['10.96.0.0/16'] }),
    sound: cluster({ podCidrs: ['10.112.0.0/16'] }),
    says: `mothership/demo: network.serviceCidrs is "10.96.0.0/12"
  allowed: a range that does not overlap 10.96.0.0/16 of network.podCidrs
  fix: write "10.128.0.0/12"`,
  },
  {
    rule: 'range-overlap',
    broken: nodes('192.168.4.0/24'),
    says: `mothership/demo: network.nodeCidr is "192.168.4.0/24"
  allowed: a range that does not overlap 192.168.0.0/16 of network.podCidrs
  fix: write "10.244.0.0/24"`,
  },
  {
    rule: 'range-overlap',
    broken: { ...nodes('10.8.0.0/24'), podCidrs: ['10.8.0.0/13'], serviceCidrs: ['172.16.0.0/12'] },
    says: `mothership/demo: network.nodeCidr is "10.8.0.0/24"
  allowed: a range that does not overlap 10.8.0.0/13 of network.podCidrs
  fix: write "192.168.0.0/24"`,
  },
  {
    rule: 'range-overlap',
    broken: dual('fd00:10::/64'),
    sound: dual('fd00:8::/64'),
    says: `mothership/demo: network.nodeCidrIPv6 is "fd00:10::/64"
  allowed: a range that does not overlap fd00:10::/56 of network.podCidrs
  fix: choose another range`,
  },
  {
    rule: 'range-aligned',
    broken: dual('fd00:8::1/64'),
    sound: dual('fd00:8::/64'),
    says: `mothership/demo: network.nodeCidrIPv6 is "fd00:8::1/64"
  allowed: the first address of the range, fd00:8::/64
  fix: write "fd00:8::/64"`,
  },
  {
    rule: 'range-readable',
    broken: dual('fd00:8::'),
    sound: dual('fd00:8::/64'),
    says: `mothership/demo: network.nodeCidrIPv6 is "fd00:8::"
  allowed: an address range in CIDR notation, such as "10.8.0.0/24"
  fix: write "fd00:8::/64"`,
  },
  {
    rule: 'pod-range-size',
    broken: cluster({ podCidrs: ['192.168.0.0/26'] }),
    sound: cluster({ podCidrs: ['192.168.0.0/24'] }),
    says: `mothership/demo: network.podCidrs is "192.168.0.0/26"
  allowed: a prefix length from /8 to /24
  fix: write "192.168.0.0/24"`,
  },
  {
    rule: 'pod-range-size',
    broken: withControlPlane(
      { controllerManagerExtraArgs: { 'node-cidr-mask-size': '28' } },
      { podCidrs: ['192.0.0.0/10'] },
    ),
    sound: withControlPlane(
      { controllerManagerExtraArgs: { 'node-cidr-mask-size': '28' } },
      { podCidrs: ['192.168.0.0/26'] },
    ),
    says: `mothership/demo: network.podCidrs is "192.0.0.0/10"
  allowed: a prefix length from /12 to /28
  fix: write "192.0.0.0/12"`,
  },
  {
    rule: 'service-range-size',
    broken: cluster({ serviceCidrs: ['172.0.0.0/8'] }),
    sound: cluster({ serviceCidrs: ['172.16.0.0/12'] }),
    says: `mothership/demo: network.serviceCidrs is "172.0.0.0/8"
  allowed: a prefix length from /12 to /28
  fix: write "172.0.0.0/12"`,
  },
  {
    rule: 'service-range-size',
    broken: cluster({
      network: UNKNOWN_NETWORK,
      podCidrs: ['fd00:1::/56'],
      serviceCidrs: ['fd00:2::/64'],
    }),
    says: `mothership/demo: network.serviceCidrs is "fd00:2::/64"
  allowed: a prefix length from /108 to /124
  fix: write "fd00:2::/108"`,
  },
  {
    rule: 'range-overlap',
    broken: nodes('192.168.0.0/32'),
    says: `mothership/demo: network.nodeCidr is "192.168.0.0/32"
  allowed: a range that does not overlap 192.168.0.0/16 of network.podCidrs
  fix: write "10.244.0.0/32"
mothership/demo: network.nodeCidr is "192.168.0.0/32"
  allowed: a range with at least 12 addresses, for 7 machines and reserved addresses
  fix: write a /28 range, or make pools smaller`,
  },
  {
    rule: 'range-overlap',
    broken: nodes('192.168.255.255/32'),
    says: `mothership/demo: network.nodeCidr is "192.168.255.255/32"
  allowed: a range that does not overlap 192.168.0.0/16 of network.podCidrs
  fix: write "10.244.0.0/32"
mothership/demo: network.nodeCidr is "192.168.255.255/32"
  allowed: a range with at least 12 addresses, for 7 machines and reserved addresses
  fix: write a /28 range, or make pools smaller`,
  },
  {
    rule: 'pod-range-size',
    broken: cluster({ podCidrs: ['192.168.0.0/25'] }),
    says: `mothership/demo: network.podCidrs is "192.168.0.0/25"
  allowed: a prefix length from /8 to /24
  fix: write "192.168.0.0/24"`,
  },
  {
    rule: 'pod-range-size',
    broken: masked('23', '192.0.0.0/6'),
    sound: masked('24', '172.0.0.0/8'),
    says: `mothership/demo: network.podCidrs is "192.0.0.0/6"
  allowed: a prefix length from /7 to /23
  fix: write "192.0.0.0/7"`,
  },
  {
    rule: 'service-range-size',
    broken: cluster({ serviceCidrs: ['172.16.0.0/29'] }),
    sound: cluster({ serviceCidrs: ['172.16.0.0/28'] }),
    says: `mothership/demo: network.serviceCidrs is "172.16.0.0/29"
  allowed: a prefix length from /12 to /28
  fix: write "172.16.0.0/28"`,
  },
  {
    rule: 'range-readable',
    broken: nodes('10.9.1/32'),
    says: `mothership/demo: network.nodeCidr is "10.9.1/32"
  allowed: an address range in CIDR notation, such as "10.8.0.0/24"
  fix: write "10.9.1.0/32"`,
  },
  {
    rule: 'range-readable',
    broken: nodes('10.9.1/33'),
    says: `mothership/demo: network.nodeCidr is "10.9.1/33"
  allowed: an address range in CIDR notation, such as "10.8.0.0/24"
  fix: write "10.9.1.0/24"`,
  },
];

function masked(mask: string, range: string) {
  const controllerManagerExtraArgs = { 'node-cidr-mask-size': mask };
  return withControlPlane({ controllerManagerExtraArgs }, { podCidrs: [range] });
}

function nodes(nodeCidr: string) {
  return cluster({
    network: { kind: 'managed', nodeCidr, dnsNameservers: [], allocationPools: [] },
  });
}

/** Cluster whose network is made with a second range for its machines. */
function dual(nodeCidrIPv6: string) {
  return provisionedCluster({
    network: provisionedNetwork({ nodeCidrIPv6 }),
    podCidrs: ['192.168.0.0/16', 'fd00:10::/56'],
  });
}
