import { blocksIn, type Cidr, tryParseCidr } from '../../base/cidr';
import { type Span, SpanIndex, sizeOf, spanOf } from '../../base/cidr-span';
import { CLUSTER_RANGE_DEFAULTS } from '../../cluster/model/cluster-ranges';
import { type CidrPlanModel, type CidrPool, roomIn } from './cidr-plan';

/** Range that no number may stand for. */
export interface TakenRange {
  /** Range as it was read. */
  readonly cidr: Cidr;
  /** Why it is taken, for messages. */
  readonly why: string;
}

/** Numbers that a plan of sound pools has left. */
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

  /** Range that shares an address with what a number stands for; undefined where all of that is free. */
  takenBy(number: number): TakenRange | undefined {
    for (const pool of this.pools) {
      const span = spanAt(pool, number);
      const found = span && this.taken.find(span);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * Number for another cluster: the first free one above all that are in use, else the first free one.
   *
   * Numbers of clusters that went come last, as their machines may still be there.
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

/** Numbers looked at; a range that is taken may cover a great many. */
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

/** Reserved ranges and those of pinned clusters, whether there is a pool for them or not. */
function takenRanges({ reserved, pinned }: CidrPlanModel): TakenRange[] {
  const why = 'which is reserved or pinned';
  const taken = reserved.flatMap((text) => takenRange(text, why));
  for (const [name, ranges] of Object.entries(pinned)) {
    const { nodeCidr, nodeCidrIPv6, podCidrs, serviceCidrs } = ranges;
    const given = [nodeCidr, nodeCidrIPv6 ?? '', ...(podCidrs ?? []), ...(serviceCidrs ?? [])];
    taken.push(...given.flatMap((text) => takenRange(text, why)));
    const whose = `of pinned[${JSON.stringify(name)}] by default`;
    if (podCidrs === undefined) taken.push(...takenByDefault('podCidrs', whose));
    if (serviceCidrs === undefined) taken.push(...takenByDefault('serviceCidrs', whose));
  }
  return taken;
}

function takenByDefault(prop: 'podCidrs' | 'serviceCidrs', whose: string): TakenRange[] {
  return CLUSTER_RANGE_DEFAULTS[prop].flatMap((text) => takenRange(text, `${prop} ${whose}`));
}

function takenRange(text: string, why: string): TakenRange[] {
  const cidr = tryParseCidr(text);
  return cidr === undefined ? [] : [{ cidr, why }];
}

/** Range of a pool with the number of parts in it and the addresses of each. */
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
