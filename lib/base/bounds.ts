import ipaddr from 'ipaddr.js';
import { blockOf, type Cidr, tryParseCidr } from './cidr';

/** First and last address of a range, as strings that sort in the order of the addresses. */
export interface Bounds {
  /** First address, prefixed with its family. */
  readonly start: string;
  /** Last address, prefixed with its family. */
  readonly end: string;
}

const known = new WeakMap<Cidr, Bounds>();

/** Returns the bounds of a range. */
export function boundsOf(cidr: Cidr): Bounds {
  const found = known.get(cidr) ?? compute(cidr);
  known.set(cidr, found);
  return found;
}

/** Tells whether two ranges share an address. */
export function rangesOverlap(a: Cidr, b: Cidr): boolean {
  if (a.family !== b.family) return false;
  const [left, right] = [boundsOf(a), boundsOf(b)];
  return left.start <= right.end && right.start <= left.end;
}

/** Tells whether a range contains every address of another one. */
export function rangeContains(range: Cidr, other: Cidr): boolean {
  if (range.family !== other.family) return false;
  const [outer, inner] = [boundsOf(range), boundsOf(other)];
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Tells whether several ranges together contain every address of another one. */
export function unionContains(ranges: readonly Cidr[], other: Cidr): boolean {
  const near = ranges.filter((range) => rangesOverlap(range, other));
  if (near.length === 0) return false;
  if (near.some((range) => rangeContains(range, other))) return true;
  return HALVES.every((half) => {
    const cidr = tryParseCidr(blockOf(other, other.prefix + 1, half));
    return cidr !== undefined && unionContains(near, cidr);
  });
}

const HALVES = [0, 1];

function compute({ network, prefix, family }: Cidr): Bounds {
  const first = ipaddr.parse(network).toByteArray();
  const last = first.map((byte, i) => byte | (0xff >> Math.min(8, Math.max(0, prefix - i * 8))));
  return { start: `${family}:${hex(first)}`, end: `${family}:${hex(last)}` };
}

function hex(bytes: readonly number[]): string {
  return Buffer.from(bytes).toString('hex');
}
