import { type Bounds, boundsOf } from '../../base/bounds';
import type { Cidr } from '../../base/cidr';

/** Range with its owner. */
export interface OwnedRange {
  /** Owner of the range; ranges of the same owner are not compared. */
  readonly owner: string;
  /** Use of the range. */
  readonly kind: string;
  /** Range as typed. */
  readonly text: string;
  /** Parsed range. */
  readonly cidr: Cidr;
}

/** Range, with an earlier one that it overlaps. */
export interface Overlap<R extends OwnedRange> {
  readonly range: R;
  readonly other: R;
}

interface Interval<R extends OwnedRange> extends Bounds {
  readonly range: R;
}

/**
 * Finds overlapping ranges of different owners, at most one overlap for each range and kind.
 *
 * Visits the ranges by their first address. For each kind it keeps the two ranges of different owners that end last: a
 * range that overlaps any earlier one of another owner overlaps one of these.
 */
export function overlapping<R extends OwnedRange>(
  ranges: readonly R[],
  matters: (kind: string, otherKind: string) => boolean,
): Overlap<R>[] {
  const found: Overlap<R>[] = [];
  const furthest = new Map<string, Interval<R>[]>();
  const sorted = ranges
    .map(intervalOf)
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  for (const interval of sorted) {
    for (const [kind, reached] of furthest) {
      if (!matters(interval.range.kind, kind)) continue;
      const hit = reached.find(
        (one) => one.end >= interval.start && one.range.owner !== interval.range.owner,
      );
      if (hit !== undefined) found.push({ range: interval.range, other: hit.range });
    }
    remember(furthest, interval);
  }
  return found;
}

function remember<R extends OwnedRange>(
  furthest: Map<string, Interval<R>[]>,
  interval: Interval<R>,
): void {
  const { kind } = interval.range;
  const candidates = [...(furthest.get(kind) ?? []), interval].sort((a, b) =>
    a.end > b.end ? -1 : a.end < b.end ? 1 : 0,
  );
  const [best] = candidates;
  if (best === undefined) return;
  const second = candidates.find((one) => one.range.owner !== best.range.owner);
  furthest.set(kind, second === undefined ? [best] : [best, second]);
}

function intervalOf<R extends OwnedRange>(range: R): Interval<R> {
  return { range, ...boundsOf(range.cidr) };
}
