import { tryParseCidr } from '../../base/cidr';
import type { Refuse } from '../../base/rule';
import { overlapping } from '../../cluster/rules/range-sweep';
import type { CidrPlanModel } from '../model/cidr-plan';

/** Range of a plan, with the prop that it was typed in. */
export interface PlacedRange {
  readonly prop: string;
  readonly text: string;
}

/** Returns the ranges of pinned clusters, whether there are pools for them or not. */
export function pinnedRanges({ pinned }: CidrPlanModel): PlacedRange[] {
  return Object.entries(pinned).flatMap(([name, ranges]) => {
    const { nodeCidr, nodeCidrIPv6, podCidrs = [], serviceCidrs = [] } = ranges;
    const texts = [nodeCidr, nodeCidrIPv6, ...podCidrs, ...serviceCidrs];
    return texts.flatMap((text) => (text === undefined ? [] : [{ prop: pinnedProp(name), text }]));
  });
}

/**
 * Returns the ranges of pinned clusters that must not overlap.
 *
 * Ranges of pods and services are included if there are pools for them. Equal ones count as one range: clusters whose
 * pods have the same addresses do not route them.
 */
export function pinnedApart({ pinned, pools }: CidrPlanModel): PlacedRange[] {
  const seen = new Set<string>();
  return Object.entries(pinned).flatMap(([name, ranges]) => {
    const { nodeCidr, nodeCidrIPv6, podCidrs = [], serviceCidrs = [] } = ranges;
    const inner = [
      ...(pools.pods === undefined ? [] : podCidrs.map((text) => ['pods', text] as const)),
      ...(pools.services === undefined
        ? []
        : serviceCidrs.map((text) => ['services', text] as const)),
    ].filter(([use, text]) => {
      const key = `${use} ${keyOf(text)}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
    const texts = [nodeCidr, nodeCidrIPv6 ?? '', ...inner.map(([, text]) => text)];
    return texts.map((text) => ({ prop: pinnedProp(name), text }));
  });
}

/** Reports ranges that overlap another one, each only once. */
export function refuseOverlaps(
  plan: CidrPlanModel,
  ranges: readonly PlacedRange[],
  refuse: Refuse,
): void {
  const owned = ranges.flatMap(({ prop, text }, i) => {
    const cidr = tryParseCidr(text);
    // All are of one kind, so that each is reported at most once.
    return cidr === undefined ? [] : [{ owner: String(i), kind: '', text, cidr, prop }];
  });
  for (const { range, other } of overlapping(owned, () => true)) {
    refuse(
      { path: plan.path, prop: range.prop },
      {
        given: range.text,
        allowed: `ranges that do not overlap ${other.text} of ${other.prop}`,
        fix: 'choose another range for one of the two',
      },
    );
  }
}

function pinnedProp(name: string): string {
  return `pinned[${JSON.stringify(name)}]`;
}

function keyOf(text: string): string {
  const cidr = tryParseCidr(text);
  return cidr === undefined ? text : `${cidr.network}/${cidr.prefix}`;
}
