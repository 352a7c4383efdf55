import { blockOf, blocksIn, type Cidr, cidrsOverlap, tryParseCidr } from './cidr';

/** Addresses from which every cluster gets a range of one size. */
export interface CidrPool {
  /**
   * Ranges that are handed out, the first one first.
   *
   * A pool that is used up gets another range at the end; nothing that was handed out moves.
   */
  readonly ranges: readonly string[];
  /** Length of the prefix of each cluster's part, such as 24. */
  readonly prefix: number;
}

/** Ranges of one cluster, as a `ClusterNetwork` takes them. */
export interface PlannedRanges {
  /** Range of the machines' subnet. */
  readonly nodeCidr: string;
  /**
   * Range of the machines' second subnet.
   *
   * @default - IPv4 alone
   */
  readonly nodeCidrIPv6?: string;
  /**
   * Ranges of pod addresses.
   *
   * @default - those that every cluster has by default
   */
  readonly podCidrs?: readonly string[];
  /**
   * Ranges of service addresses.
   *
   * @default - those that every cluster has by default
   */
  readonly serviceCidrs?: readonly string[];
}

/** Prop of a plan that holds a pool. */
export type PoolProp = (typeof POOL_PROPS)[number];

/** Props of a plan that hold pools, those of one use side by side. */
export const POOL_PROPS = [
  'nodes',
  'nodesIPv6',
  'pods',
  'podsIPv6',
  'services',
  'servicesIPv6',
] as const;

/** Plan of address ranges, as plain data. */
export interface CidrPlanModel {
  /** What messages call the plan. */
  readonly path: string;
  /** Pools by their props. */
  readonly pools: Readonly<Partial<Record<PoolProp, CidrPool>>>;
  /** Numbers by the names of the clusters that have them. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Ranges that clusters had before there was the plan, by their names. */
  readonly pinned: Readonly<Record<string, PlannedRanges>>;
  /** Ranges that are never handed out. */
  readonly reserved: readonly string[];
}

/** Part of a pool by its number; undefined where the pool has no such part. */
export function partOf({ ranges, prefix }: CidrPool, number: number): string | undefined {
  let place = number;
  for (const text of ranges) {
    const cidr = tryParseCidr(text);
    if (cidr === undefined) return undefined;
    const count = blocksIn(cidr, prefix);
    if (place < count) return blockOf(cidr, prefix, place);
    place -= count;
  }
  return undefined;
}

/** Number of clusters that a plan has room for. */
export function roomIn({ pools }: CidrPlanModel): number {
  return Math.min(
    ...Object.values(pools).map(({ ranges, prefix }) =>
      ranges.reduce((sum, text) => {
        const cidr = tryParseCidr(text);
        return sum + (cidr === undefined ? 0 : blocksIn(cidr, prefix));
      }, 0),
    ),
  );
}

/** Ranges that a number stands for; undefined where a pool has no such part. */
export function rangesAt({ pools }: CidrPlanModel, number: number): PlannedRanges | undefined {
  const part = (prop: PoolProp) => {
    const pool = pools[prop];
    return pool && partOf(pool, number);
  };
  const both = (first: PoolProp, second: PoolProp) =>
    [part(first), part(second)].filter((text) => text !== undefined);
  const nodeCidr = part('nodes');
  if (nodeCidr === undefined || number >= roomIn({ ...EMPTY, pools })) return undefined;
  const nodeCidrIPv6 = part('nodesIPv6');
  const [podCidrs, serviceCidrs] = [both('pods', 'podsIPv6'), both('services', 'servicesIPv6')];
  return {
    nodeCidr,
    ...(nodeCidrIPv6 === undefined ? {} : { nodeCidrIPv6 }),
    ...(podCidrs.length === 0 ? {} : { podCidrs }),
    ...(serviceCidrs.length === 0 ? {} : { serviceCidrs }),
  };
}

/** Ranges of a cluster that a plan keeps apart from others, as texts: those of uses that it has pools for. */
export function rangeTexts({ pools }: CidrPlanModel, ranges: PlannedRanges): readonly string[] {
  const { nodeCidr, nodeCidrIPv6, podCidrs = [], serviceCidrs = [] } = ranges;
  return [
    nodeCidr,
    ...(nodeCidrIPv6 === undefined ? [] : [nodeCidrIPv6]),
    ...(pools.pods === undefined ? [] : podCidrs),
    ...(pools.services === undefined ? [] : serviceCidrs),
  ];
}

/** First of some ranges that shares an address with what a number stands for. */
export function takenBy(
  plan: CidrPlanModel,
  number: number,
  taken: readonly Cidr[],
): Cidr | undefined {
  const parts = Object.values(plan.pools).flatMap((pool) => parsed(partOf(pool, number)));
  return taken.find((cidr) => parts.some((part) => cidrsOverlap(part, cidr)));
}

/** Ranges that no number may stand for: reserved ones and pinned ones. */
export function takenRanges(plan: CidrPlanModel): readonly Cidr[] {
  const pinned = Object.values(plan.pinned).flatMap((ranges) => rangeTexts(plan, ranges));
  return [...plan.reserved, ...pinned].flatMap(parsed);
}

/**
 * Number for another cluster: the first free one above all that are in use, else the first free one.
 *
 * Numbers of clusters that went come last, as their machines may still be there.
 */
export function freeNumber(plan: CidrPlanModel): number | undefined {
  const used = new Set(Object.values(plan.numbers));
  const taken = takenRanges(plan);
  const room = roomIn(plan);
  const isFree = (number: number) =>
    !used.has(number) && takenBy(plan, number, taken) === undefined;
  const first =
    Math.max(-1, ...[...used].filter((number) => Number.isInteger(number) && number < room)) + 1;
  return (
    firstNumber(first, Math.min(room, first + SEARCHED), isFree) ??
    firstNumber(0, Math.min(room, first, SEARCHED), isFree)
  );
}

function firstNumber(
  from: number,
  to: number,
  isFree: (number: number) => boolean,
): number | undefined {
  for (let number = from; number < to; number += 1) {
    if (isFree(number)) return number;
  }
  return undefined;
}

/** Numbers looked at; a range that is taken may cover a great many. */
const SEARCHED = 100_000;
const EMPTY = { path: '', numbers: {}, pinned: {}, reserved: [] } as const;

function parsed(text: string | undefined): Cidr[] {
  const cidr = text === undefined ? undefined : tryParseCidr(text);
  return cidr === undefined ? [] : [cidr];
}
