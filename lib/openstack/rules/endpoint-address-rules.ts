import {
  addressAt,
  cidrContains,
  compareAddresses,
  isAddress,
  parseCidrs,
  tryParseCidr,
} from '../../base/cidr';
import type { Finding } from '../../base/errors';
import type { Rule } from '../../base/rule';
import type { Families } from '../../cluster/model/address-families';
import type { OpenStackCluster } from '../model/cluster';
import { hasBalancer, type OpenStackEndpoint } from '../model/endpoint';
import { endpointRanges, machineFamilies } from '../model/machine-families';
import type { OpenStackNetwork } from '../model/network';

const SUBNET_ADDRESSES = 'openstack/neutron@master:neutron/ipam/utils.py';

/** Rules on endpoint addresses in the machines' subnet. */
export const ENDPOINT_ADDRESS_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'endpoint-address',
    reason: 'An address that Neutron allocates to a machine cannot also be that of the endpoint.',
    source: SUBNET_ADDRESSES,
    check({ path, endpoint, network }, refuse) {
      const [prop, address] = givenAddress(endpoint);
      if (address === undefined) return;
      const finding = addressFinding(address, network);
      if (finding !== undefined) refuse({ path, prop }, finding);
    },
  },
  {
    id: 'endpoint-address-special',
    reason:
      'The first address of a subnet is its network address, the second its gateway and the last its broadcast address.',
    source: SUBNET_ADDRESSES,
    check({ path, endpoint, network }, refuse) {
      const [prop, address] = givenAddress(endpoint);
      if (address === undefined) return;
      for (const range of endpointRanges(network)) {
        const special = specialAddresses(network, range);
        if (!special.some((one) => isSame(one, address))) continue;
        refuse(
          { path, prop },
          {
            given: address,
            allowed: `an address in ${range} other than ${special.join(', ')}`,
            fix: 'write another address outside the allocation pools',
          },
        );
      }
    },
  },
];

/** Returns the prop and the address of an endpoint in the machines' subnet; a missing required address is empty. */
function givenAddress(
  endpoint: OpenStackEndpoint,
): readonly [prop: string, address: string | undefined] {
  return endpoint.kind === 'virtualIp'
    ? ['endpoint.address', endpoint.address]
    : ['endpoint.vipAddress', balancerAddress(endpoint)];
}

function balancerAddress(endpoint: OpenStackEndpoint): string | undefined {
  if (!hasBalancer(endpoint)) return undefined;
  return endpoint.kind === 'managed' && endpoint.vipNetwork !== undefined
    ? undefined
    : endpoint.vipAddress;
}

function addressFinding(address: string, network: OpenStackNetwork): Finding | undefined {
  const ranges = endpointRanges(network);
  const allowed = allowedAddresses(network, ranges);
  if (!isAddress(address) || !isInside(address, network, ranges)) {
    return {
      given: address === '' ? undefined : address,
      allowed,
      fix: 'write an address of the subnet outside the allocation pools',
    };
  }
  const pools = network.kind === 'adopted' ? [] : network.allocationPools;
  const pool = pools.find(
    ({ start, end }) =>
      isAddress(start, 4) &&
      isAddress(end, 4) &&
      compareAddresses(start, address) <= 0 &&
      compareAddresses(address, end) <= 0,
  );
  if (pool === undefined) return undefined;
  return {
    given: address,
    allowed: `${allowed} outside the pool ${pool.start} to ${pool.end}`,
    fix: 'write another address, or shorten the pool in network.allocationPools',
  };
}

/** Returns the possible address families of an endpoint, or undefined if nothing is known about the network. */
function endpointFamilies(
  network: OpenStackNetwork,
  ranges: readonly string[],
): Families | undefined {
  if (network.kind !== 'adopted') return IPV4;
  const known = parseCidrs(ranges).map(({ family }) => family);
  return machineFamilies(network) ?? (known.length === 0 ? undefined : new Set(known));
}

const IPV4: Families = new Set([4]);

function allowedAddresses(network: OpenStackNetwork, ranges: readonly string[]): string {
  const [family, second] = endpointFamilies(network, ranges) ?? [];
  const words =
    family === undefined || second !== undefined ? 'an address' : `an IPv${family} address`;
  return `${words} ${ranges.length === 0 ? 'of the subnet' : `in ${ranges.join(' or ')}`}`;
}

function isInside(address: string, network: OpenStackNetwork, ranges: readonly string[]): boolean {
  const family = isAddress(address, 4) ? 4 : 6;
  if (endpointFamilies(network, ranges)?.has(family) === false) return false;
  const own = parseCidrs(ranges);
  const range = own.find((cidr) => cidr.family === family);
  return range === undefined || cidrContains(range, address);
}

/** Returns the reserved addresses of a subnet, including the gateway unless the network is adopted. */
function specialAddresses(network: OpenStackNetwork, nodeCidr: string): readonly string[] {
  const cidr = tryParseCidr(nodeCidr);
  if (cidr === undefined) return [];
  if (cidr.family === 6) return [cidr.network];
  const gateway = network.kind === 'adopted' ? undefined : addressAt(cidr, GATEWAY);
  return [cidr.network, gateway, addressAt(cidr, BROADCAST)].filter((one) => one !== undefined);
}

const GATEWAY = 1;
const BROADCAST = -1;

function isSame(special: string, address: string): boolean {
  if (!isAddress(address)) return false;
  return (
    special.includes(':') === address.includes(':') && compareAddresses(special, address) === 0
  );
}
