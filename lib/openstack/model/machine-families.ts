import { tryParseCidr } from '../../base/cidr';
import { type Families, nodeRanges } from '../../cluster/model/address-families';
import type { OpenStackNetwork } from './network';

const IPV4: Families = new Set([4]);
const IPV6: Families = new Set([6]);
const BOTH: Families = new Set([4, 6]);

/** Returns the address families of the machines, or undefined if they are not known. */
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

/** Returns the address families of the machines or, if they are not known, of the pods, which have no others. */
export function usedFamilies(network: OpenStackNetwork, podCidrs: readonly string[]): Families {
  const families = podCidrs.map((text) => tryParseCidr(text)?.family ?? 4);
  return machineFamilies(network) ?? new Set(families);
}

/**
 * Returns the ranges that an endpoint's address can be in.
 *
 * They are those of the first subnet, which can be of either address family on an adopted network.
 */
export function endpointRanges(network: OpenStackNetwork): readonly string[] {
  const ranges = nodeRanges(network);
  return network.kind === 'adopted' ? ranges : ranges.slice(0, 1);
}

/** Tells whether machines have only IPv6 addresses. */
export function isIPv6Only(network: OpenStackNetwork): boolean {
  const families = machineFamilies(network);
  return families?.has(6) === true && !families.has(4);
}
