import { tryParseCidr } from '../../base/cidr';
import { type Families, nodeRanges } from '../../cluster/model/address-families';
import type { OpenStackNetwork } from './network';

const IPV4: Families = new Set([4]);
const IPV6: Families = new Set([6]);
const BOTH: Families = new Set([4, 6]);

/** Families of the addresses that machines have; undefined where that is not known. */
export function machineFamilies(network: OpenStackNetwork): Families | undefined {
  if (network.kind === 'managed') return IPV4;
  if (network.kind === 'provisioned') return network.nodeCidrIPv6 === undefined ? IPV4 : BOTH;
  const { nodeCidr, nodeCidrIPv6, subnets } = network;
  if (nodeCidrIPv6 !== undefined && nodeCidr === undefined && subnets.length === 1) return IPV6;
  if (nodeCidrIPv6 !== undefined || subnets.length === 2) return BOTH;
  if (subnets.length !== 1 || nodeCidr === undefined) return undefined;
  const family = tryParseCidr(nodeCidr)?.family;
  return family && new Set([family]);
}

/** Families of the machines; where those are not known, of their pods, which have no others. */
export function usedFamilies(network: OpenStackNetwork, podCidrs: readonly string[]): Families {
  const families = podCidrs.map((text) => tryParseCidr(text)?.family ?? 4);
  return machineFamilies(network) ?? new Set(families);
}

/** Ranges of the subnet that an endpoint may be in: the first one, which a network that is adopted has of either family. */
export function endpointRanges(network: OpenStackNetwork): readonly string[] {
  const ranges = nodeRanges(network);
  return network.kind === 'adopted' ? ranges : ranges.slice(0, 1);
}

/** Tells whether machines have addresses of IPv6 and no others. */
export function isIPv6Only(network: OpenStackNetwork): boolean {
  const families = machineFamilies(network);
  return families?.has(6) === true && !families.has(4);
}
