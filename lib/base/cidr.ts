import ipaddr from 'ipaddr.js';
import { remembered } from './remembered';

/** A parsed address range. */
export interface Cidr {
  /** Range as the user typed it. */
  readonly text: string;
  /** Address family, 4 or 6. */
  readonly family: 4 | 6;
  /** First address of the range, in canonical form. */
  readonly network: string;
  /** Length of the prefix in bits. */
  readonly prefix: number;
  /** Whether the address part has no bits set outside the prefix. */
  readonly aligned: boolean;
}

const CACHED_CIDRS = 50_000;

/** Parses an address range; undefined if the text is not a range. */
export const tryParseCidr = remembered(CACHED_CIDRS, parse);

/** Parses address ranges and drops texts that are not ranges. */
export function parseCidrs(texts: readonly string[]): readonly Cidr[] {
  return texts.flatMap((text) => tryParseCidr(text) ?? []);
}

/** Tells whether two ranges share an address. Ranges of different families never overlap. */
export function cidrsOverlap(a: Cidr, b: Cidr): boolean {
  if (a.family !== b.family) return false;
  const bits = Math.min(a.prefix, b.prefix);
  return ipaddr.parse(a.network).match(ipaddr.parse(b.network) as never, bits);
}

/** Tells whether a range contains an address. No range contains an address that cannot be parsed. */
export function cidrContains(cidr: Cidr, address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.parse(address);
  const family = ip.kind() === 'ipv4' ? 4 : 6;
  return family === cidr.family && ip.match(ipaddr.parse(cidr.network) as never, cidr.prefix);
}

/** Tells whether a text is an IP address, optionally of one family. */
export function isAddress(text: string, family?: 4 | 6): boolean {
  const isSix = text.includes(':');
  if (text.includes('/') || (family !== undefined && isSix !== (family === 6))) return false;
  return isSix ? ipaddr.IPv6.isValid(text) : ipaddr.IPv4.isValidFourPartDecimal(text);
}

/** Returns an address in canonical form; any other text unchanged. */
export function plainAddress(text: string): string {
  return isAddress(text) ? ipaddr.parse(text).toString() : text;
}

/** Tells whether an address looks like a network address without its prefix length. */
export function isNetworkAddress(address: string): boolean {
  return address.endsWith(address.includes(':') ? '::' : '.0');
}

/**
 * Returns a peer range in the form that OpenStack stores: an address without a prefix length becomes a range of one
 * address.
 *
 * A network address stays as it is, because a rule asks for its prefix length. A text that is not an address stays as
 * it is too.
 */
export function peerRange(text: string): string {
  if (!isAddress(text) || isNetworkAddress(text)) return text;
  return `${plainAddress(text)}/${text.includes(':') ? 128 : 32}`;
}

/** Compares two addresses of one family by their numeric value. */
export function compareAddresses(a: string, b: string): number {
  const left = ipaddr.parse(a).toByteArray();
  const right = ipaddr.parse(b).toByteArray();
  for (let i = 0; i < left.length; i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function parse(text: string): Cidr | undefined {
  const [address = ''] = text.split('/');
  const family = address.includes(':') ? 6 : 4;
  if (!isAddress(address, family)) return undefined;
  const kind = family === 6 ? ipaddr.IPv6 : ipaddr.IPv4;
  if (!kind.isValidCIDR(text)) return undefined;
  const [ip, prefix] = kind.parseCIDR(text);
  const bytes = ip.toByteArray();
  const kept = bytes.map((byte, i) => byte & (0xff00 >> Math.min(8, Math.max(0, prefix - i * 8))));
  const aligned = bytes.every((byte, i) => byte === kept[i]);
  const network = (aligned ? ip : ipaddr.fromByteArray(kept)).toString();
  return { text, family, network, prefix, aligned };
}

/**
 * Returns the IPv4 address at an offset in a range, from the end if the offset is negative; undefined outside the
 * range.
 */
export function addressAt(cidr: Cidr, place: number): string | undefined {
  const size = 2 ** (32 - cidr.prefix);
  const offset = place < 0 ? size + place : place;
  if (cidr.family !== 4 || offset < 0 || offset >= size) return undefined;
  const value = numberOf(cidr.network) + offset;
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

/** Returns the offset of an address in an IPv4 range; undefined outside the range. */
export function placeOf(cidr: Cidr, address: string): number | undefined {
  if (cidr.family !== 4 || !isAddress(address, 4) || !cidrContains(cidr, address)) return undefined;
  return numberOf(address) - numberOf(cidr.network);
}

function numberOf(address: string): number {
  return ipaddr.IPv4.parse(address)
    .toByteArray()
    .reduce((sum, byte) => sum * 256 + byte, 0);
}

/** Returns the number of blocks with a longer prefix that a range is divided into. */
export function blocksIn(cidr: Cidr, prefix: number): number {
  return prefix < cidr.prefix ? 0 : 2 ** (prefix - cidr.prefix);
}

/** Returns the block at an index among the blocks with a longer prefix in a range. */
export function blockOf(cidr: Cidr, prefix: number, place: number): string {
  const bytes = ipaddr.parse(cidr.network).toByteArray();
  const first = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  const value = first + (BigInt(place) << BigInt(bytes.length * 8 - prefix));
  const digits = value.toString(16).padStart(bytes.length * 2, '0');
  return `${ipaddr.fromByteArray([...Buffer.from(digits, 'hex')]).toString()}/${prefix}`;
}
