import { blocksIn, type Cidr, tryParseCidr } from '../../base/cidr';
import { type Span, SpanIndex, sizeOf, spanOf } from '../../base/cidr-span';
import { CLUSTER_RANGE_DEFAULTS } from '../../cluster/model/cluster-ranges';
import { type CidrPlanModel, type CidrPool, roomIn } from './cidr-plan';

/** Range that no cluster number can use. */
export interface TakenRange {
  /** Parsed range. */
  readonly cidr: Cidr;
  /** Why it is taken, for messages. */
  readonly why: string;
}

/** Numbers that are left in a plan with valid pools. */
export class PlanRoom {
  private readonly taken: SpanIndex<TakenRange>;
  private readonly pools: readonly DividedPool[];
  private free: number | undefined;
  private isSearched = false;

  constructor(private readonly plan: CidrPlanModel) {
    const taken = takenRanges(plan);
    this.taken = new SpanIndex(taken.map((range) => [spanOf(range.cidr), range] as const));
    this.pools = Object.values(plan.pools).map(divided);
  }

  /** Returns a taken range that overlaps the ranges of a number, or undefined if all of them are free. */
  takenBy(number: number): TakenRange | undefined {
    for (const pool of this.pools) {
      const span = spanAt(pool, number);
      const found = span && this.taken.find(span);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * Returns the number for another cluster: the first free one above all used ones, or else the first free one.
   *
   * Numbers of removed clusters come last, because their machines can still exist.
   */
  freeNumber(): number | undefined {
    if (!this.isSearched) this.free = this.search();
    this.isSearched = true;
    return this.free;
  }

  private search(): number | undefined {
    const room = roomIn(this.plan);
    const used = new Set(Object.values(this.plan.numbers));
    const isFree = (number: number) => !used.has(number) && this.takenBy(number) === undefined;
    let first = 0;
    for (const number of used) {
      if (Number.isInteger(number) && number < room && number >= first) first = number + 1;
    }
    return (
      firstNumber(first, Math.min(room, first + SEARCHED), isFree) ??
      firstNumber(0, Math.min(room, first, SEARCHED), isFree)
    );
  }
}

/** Maximum of numbers searched, because a taken range can cover a great many. */
const SEARCHED = 100_000;

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

/** Returns the reserved ranges and those of pinned clusters, whether there is a pool for them or not. */
function takenRanges({ reserved, pinned }: CidrPlanModel): TakenRange[] {
  const why = 'which is reserved or pinned';
  const taken = reserved.flatMap((text) => takenRange(text, why));
  for (const [name, ranges] of Object.entries(pinned)) {
    const { nodeCidr, nodeCidrIPv6, podCidrs, serviceCidrs } = ranges;
    const given = [nodeCidr, nodeCidrIPv6 ?? '', ...(podCidrs ?? []), ...(serviceCidrs ?? [])];
    taken.push(...given.flatMap((text) => takenRange(text, why)));
    const whose = `of pinned[${JSON.stringify(name)}]`;
    if (podCidrs === undefined) taken.push(...takenByDefault('podCidrs', whose));
    if (serviceCidrs === undefined) taken.push(...takenByDefault('serviceCidrs', whose));
  }
  return taken;
}

function takenByDefault(prop: 'podCidrs' | 'serviceCidrs', whose: string): TakenRange[] {
  return CLUSTER_RANGE_DEFAULTS[prop].flatMap((text) =>
    takenRange(text, `the default ${prop} ${whose}`),
  );
}

function takenRange(text: string, why: string): TakenRange[] {
  const cidr = tryParseCidr(text);
  return cidr === undefined ? [] : [{ cidr, why }];
}

/** Range of a pool, with the number of its parts and the addresses in each part. */
interface DividedRange {
  readonly span: Span;
  readonly count: number;
  readonly size: bigint;
}

type DividedPool = readonly DividedRange[];

function divided({ ranges, prefix }: CidrPool): DividedPool {
  return ranges.flatMap((text) => {
    const cidr = tryParseCidr(text);
    if (cidr === undefined) return [];
    const span = spanOf(cidr);
    return [{ span, count: blocksIn(cidr, prefix), size: sizeOf(span.family, prefix) }];
  });
}

function spanAt(pool: DividedPool, number: number): Span | undefined {
  let place = number;
  for (const { span, count, size } of pool) {
    if (place < count) {
      const first = span.first + BigInt(place) * size;
      return { family: span.family, first, last: first + size - 1n };
    }
    place -= count;
  }
  return undefined;
}
