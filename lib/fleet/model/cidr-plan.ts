import { blockOf, blocksIn, tryParseCidr } from '../../base/cidr';

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

/** Numbers above which neighbours cannot be told apart. */
const MOST_ROOM = Number.MAX_SAFE_INTEGER + 1;

/** Number of clusters that a plan has room for. */
export function roomIn({ pools }: CidrPlanModel): number {
  return Math.min(
    MOST_ROOM,
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

const EMPTY = { path: '', numbers: {}, pinned: {}, reserved: [] } as const;
