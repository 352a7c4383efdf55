import { blockOf, blocksIn, tryParseCidr } from '../../base/cidr';

/** Pool of addresses from which every cluster gets a range of the same size. */
export interface CidrPool {
  /**
   * Ranges that are allocated, in this order.
   *
   * Append another range to a pool that is used up; existing allocations do not change.
   */
  readonly ranges: readonly string[];
  /** Prefix length of each cluster's range, such as 24. */
  readonly prefix: number;
}

/** Ranges of one cluster, as `ClusterNetwork` takes them. */
export interface PlannedRanges {
  /** Range of the machines' subnet. */
  readonly nodeCidr: string;
  /**
   * Range of the machines' second subnet.
   *
   * @default - IPv4 only
   */
  readonly nodeCidrIPv6?: string;
  /**
   * Pod address ranges.
   *
   * @default - the default ranges of every cluster
   */
  readonly podCidrs?: readonly string[];
  /**
   * Service address ranges.
   *
   * @default - the default ranges of every cluster
   */
  readonly serviceCidrs?: readonly string[];
}

/** Prop of a plan that holds a pool. */
export type PoolProp = (typeof POOL_PROPS)[number];

/** Props of a plan that hold pools; pools for the same use are next to each other. */
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
  /** Name of the plan in messages. */
  readonly path: string;
  /** Pools, by prop. */
  readonly pools: Readonly<Partial<Record<PoolProp, CidrPool>>>;
  /** Cluster numbers, by cluster name. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Ranges that clusters had before the plan existed, by cluster name. */
  readonly pinned: Readonly<Record<string, PlannedRanges>>;
  /** Ranges that are never allocated. */
  readonly reserved: readonly string[];
}

/** Returns the part of a pool with a number, or undefined if the pool has no such part. */
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

/** Number above which consecutive numbers cannot be distinguished. */
const MOST_ROOM = Number.MAX_SAFE_INTEGER + 1;

/** Returns the number of clusters that a plan has room for. */
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

/** Returns the ranges of a cluster number, or undefined if a pool has no such part. */
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
