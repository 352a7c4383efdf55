import ipaddr from 'ipaddr.js';
import type { Cidr } from './cidr';

/** First and last address of a range, as numbers. */
export interface Span {
  /** Address family, 4 or 6. */
  readonly family: 4 | 6;
  /** First address. */
  readonly first: bigint;
  /** Last address. */
  readonly last: bigint;
}

/** Returns the first and last address of a range. */
export function spanOf({ network, prefix, family }: Cidr): Span {
  const bytes = ipaddr.parse(network).toByteArray();
  const first = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  return { family, first, last: first + sizeOf(family, prefix) - 1n };
}

/** Returns the number of addresses in a range. */
export function sizeOf(family: 4 | 6, prefix: number): bigint {
  return 1n << BigInt((family === 4 ? 32 : 128) - prefix);
}

/** Ranges, looked up by overlap with another range. */
export class SpanIndex<T> {
  private readonly spans: readonly (readonly [Span, T])[];

  constructor(entries: readonly (readonly [Span, T])[]) {
    this.spans = outermost(entries);
  }

  /** Returns the value of a range that overlaps the span; undefined if there is none. */
  find(span: Span): T | undefined {
    // Ranges do not overlap, so the last one that starts before the end of the span reaches furthest.
    let [low, high] = [0, this.spans.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const one = this.spans[middle];
      if (one !== undefined && startsBy(one[0], span)) low = middle + 1;
      else high = middle;
    }
    const [nearest, found] = this.spans[low - 1] ?? [];
    if (nearest === undefined || nearest.family !== span.family) return undefined;
    return nearest.last >= span.first ? found : undefined;
  }
}

/** Returns the ranges that no other range contains, in order. */
function outermost<T>(entries: readonly (readonly [Span, T])[]): (readonly [Span, T])[] {
  const kept: (readonly [Span, T])[] = [];
  for (const entry of [...entries].sort(([a], [b]) => compare(a, b))) {
    const before = kept.at(-1)?.[0];
    const [span] = entry;
    if (before?.family === span.family && span.last <= before.last) continue;
    kept.push(entry);
  }
  return kept;
}

/** Compares two spans; the wider of two with the same start comes first. */
function compare(a: Span, b: Span): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.last > b.last ? -1 : a.last < b.last ? 1 : 0;
}

function startsBy(one: Span, span: Span): boolean {
  return one.family === span.family ? one.first <= span.last : one.family < span.family;
}
