import { tryParseCidr } from '../model/cidr';
import type { NetworkModel } from '../model/network';

/** Address families. */
export type Families = ReadonlySet<4 | 6>;

const IPV4: Families = new Set([4]);
const BOTH: Families = new Set([4, 6]);

/** Families of the addresses that machines have; undefined where that is not known. */
export function machineFamilies(network: NetworkModel): Families | undefined {
  if (network.kind === 'managed') return IPV4;
  if (network.kind === 'provisioned') return network.nodeCidrIPv6 === undefined ? IPV4 : BOTH;
  if (network.nodeCidrIPv6 !== undefined || network.subnets.length === 2) return BOTH;
  if (network.subnets.length !== 1 || network.nodeCidr === undefined) return undefined;
  const family = tryParseCidr(network.nodeCidr)?.family;
  return family && new Set([family]);
}
