import ipaddr from 'ipaddr.js';
import { rangesOverlap } from '../../base/bounds';
import { type Cidr, isAddress, isNetworkAddress, tryParseCidr } from '../../base/cidr';
import type { Finding } from '../../base/errors';
import { write } from '../../base/fix';
import type { Place } from '../../base/rule';
import type { ClusterModel } from '../model/cluster';

/** Range of a cluster, with the prop that it was typed in. */
export interface NamedRange {
  /** Prop of the cluster. */
  readonly prop: string;
  /** Range as typed. */
  readonly text: string;
  /** Parsed range; undefined for an invalid text. */
  readonly cidr: Cidr | undefined;
}

/** Private ranges to suggest if one is taken. */
const CANDIDATES = [
  '192.168.0.0',
  '10.96.0.0',
  '10.244.0.0',
  '172.20.0.0',
  '10.128.0.0',
  '172.28.0.0',
];

let latest: { cluster: ClusterModel; ranges: readonly NamedRange[] } | undefined;

/** Returns all address ranges of a cluster: pods, services, and machines if known. */
export function clusterRanges(cluster: ClusterModel): readonly NamedRange[] {
  if (latest?.cluster === cluster) return latest.ranges;
  const ranges: NamedRange[] = [];
  const add = (prop: string, text: string) => ranges.push({ prop, text, cidr: tryParseCidr(text) });
  for (const text of cluster.podCidrs) add('network.podCidrs', text);
  for (const text of cluster.serviceCidrs) add('network.serviceCidrs', text);
  const { network } = cluster;
  if (network.nodeCidr !== undefined) add('network.nodeCidr', network.nodeCidr);
  if (network.kind !== 'managed' && network.nodeCidrIPv6 !== undefined) {
    add('network.nodeCidrIPv6', network.nodeCidrIPv6);
  }
  latest = { cluster, ranges };
  return ranges;
}

/** Returns the place of a range in a cluster. */
export function rangePlace({ path }: ClusterModel, { prop }: NamedRange): Place {
  return { path, prop };
}

/** Use of a range, by which a missing prefix length is guessed. */
export type RangeUse = 'cluster' | 'subnet' | 'peers';

/** Describes what is wrong with an invalid address range; the fix can be limited to one family. */
export function unreadableRange(text: string, use: RangeUse, wanted?: 4 | 6): Finding {
  const likely = correctedRange(text, use);
  const isWanted = wanted === undefined || tryParseCidr(likely ?? '')?.family === wanted;
  const better = isWanted ? likely : undefined;
  const isNetwork = use === 'peers' && isAddress(text) && isNetworkAddress(text);
  const alone = `${JSON.stringify(`${text}/${text.includes(':') ? 128 : 32}`)} for the single address`;
  return {
    given: text,
    allowed: 'an address range in CIDR notation, such as "10.8.0.0/24"',
    fix:
      better === undefined
        ? 'write an address, a slash and a prefix length'
        : write(better, isNetwork ? { or: alone } : {}),
  };
}

/** Describes what is wrong with a range whose address has host bits set. */
export function unalignedRange(cidr: Cidr): Finding {
  const better = `${cidr.network}/${cidr.prefix}`;
  return {
    given: cidr.text,
    allowed: `the first address of the range, ${better}`,
    fix: write(better),
  };
}

/** Finds a private range of the same size that overlaps no other range. */
export function freeRange(cidr: Cidr, taken: readonly Cidr[]): string | undefined {
  if (cidr.family === 6) return undefined;
  return CANDIDATES.map((address) => `${address}/${cidr.prefix}`).find((text) => {
    const candidate = tryParseCidr(text);
    return candidate?.aligned === true && !taken.some((other) => rangesOverlap(candidate, other));
  });
}

function correctedRange(text: string, use: RangeUse): string | undefined {
  const [address = '', mask] = text.trim().replace(/\\/g, '/').split('/');
  const full = fullAddress(address);
  if (full === undefined) return undefined;
  const length = Number(mask);
  const most = full.includes(':') ? 128 : 32;
  const isLength = mask !== undefined && /^\d+$/.test(mask) && length <= most;
  const netmask = mask !== undefined && ipaddr.IPv4.isValid(mask) ? prefixOf(mask) : undefined;
  const cidr = tryParseCidr(`${full}/${isLength ? length : (netmask ?? usualLength(full, use))}`);
  return cidr && `${cidr.network}/${cidr.prefix}`;
}

function fullAddress(text: string): string | undefined {
  const octets = /^\d+(\.\d+){1,2}\.?$/.test(text) ? text.replace(/\.$/, '').split('.') : undefined;
  const full = octets === undefined ? text : [...octets, '0', '0'].slice(0, 4).join('.');
  return isAddress(full) ? full : undefined;
}

function prefixOf(mask: string): number | undefined {
  return ipaddr.IPv4.parse(mask).prefixLengthFromSubnetMask() ?? undefined;
}

function usualLength(address: string, use: RangeUse): number {
  const isSix = address.includes(':');
  if (use === 'peers' && !isNetworkAddress(address)) return isSix ? 128 : 32;
  if (isSix) return 64;
  if (use === 'subnet') return 24;
  if (address.endsWith('.0.0.0')) return 8;
  return address.endsWith('.0.0') ? 16 : 24;
}
