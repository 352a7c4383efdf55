import { type Bounds, boundsOf } from '../../base/bounds';
import type { Cidr } from '../../base/cidr';

/** Range of somebody. */
export interface OwnedRange {
  /** Whose range it is; ranges of one owner are not compared. */
  readonly owner: string;
  /** What the range is for. */
  readonly kind: string;
  /** Range as it was typed. */
  readonly text: string;
  /** Range as it was read. */
  readonly cidr: Cidr;
}

/** Range with an earlier one that it overlaps. */
export interface Overlap<R extends OwnedRange> {
  readonly range: R;
  readonly other: R;
}

interface Interval<R extends OwnedRange> extends Bounds {
  readonly range: R;
}

/**
 * Finds ranges of different owners that overlap, one overlap for each range and kind at most.
 *
 * Walks over the ranges by their first address. Of each kind it remembers the two ranges of different owners that
 * reach furthest: when a range overlaps any earlier one of another owner, it overlaps one of these.
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
