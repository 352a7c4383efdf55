import { parseCidrs, tryParseCidr } from '../../base/cidr';
import { type Fix, leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { unalignedRange, unreadableRange } from '../../cluster/rules/ranges';
import {
  type CidrPlanModel,
  type CidrPool,
  POOL_PROPS,
  type PoolProp,
  roomIn,
} from '../model/cidr-plan';
import { PlanRoom } from '../model/plan-room';
import { type PlacedRange, pinnedApart, pinnedRanges, refuseOverlaps } from './cidr-plan-overlaps';

const BITS = { 4: 32, 6: 128 } as const;
const ROUTES =
  'kubernetes/website@main:content/en/docs/concepts/cluster-administration/networking.md';
const KUBEADM =
  'kubernetes/kubernetes@master:cmd/kubeadm/app/apis/kubeadm/validation/validation.go';

/** Rules on plans of address ranges. */
export const CIDR_PLAN_RULES: readonly Rule<CidrPlanModel>[] = [
  {
    id: 'cidr-plan-ranges',
    reason: 'A range that is not a valid CIDR, or has host bits set, cannot be divided.',
    source: KUBEADM,
    check(plan, refuse) {
      for (const { prop, text } of allRanges(plan)) {
        const cidr = tryParseCidr(text);
        const place = { path: plan.path, prop };
        if (cidr === undefined) refuse(place, unreadableRange(text, 'subnet'));
        else if (!cidr.aligned) refuse(place, unalignedRange(cidr));
      }
    },
  },
  {
    id: 'cidr-plan-family',
    reason:
      'With two address families, the first range of a cluster must be IPv4 and the second IPv6.',
    source: 'kubernetes/website@main:content/en/docs/concepts/services-networking/dual-stack.md',
    check(plan, refuse) {
      for (const [prop, { ranges }] of pools(plan)) {
        const families = parseCidrs(ranges).map(({ family }) => family);
        const family = wantedFamily(plan, prop) ?? families[0];
        const wrong = ranges.find((_, i) => families[i] !== undefined && families[i] !== family);
        if (wrong === undefined) continue;
        refuse(
          { path: plan.path, prop: `${prop}.ranges` },
          { given: wrong, allowed: `IPv${family} ranges`, fix: `write only IPv${family} ranges` },
        );
      }
    },
  },
  {
    id: 'cidr-plan-prefix',
    reason:
      'The range of a cluster must fit into the ranges of its pool and contain at least one address.',
    source: KUBEADM,
    check(plan, refuse) {
      for (const [prop, { ranges, prefix }] of pools(plan)) {
        const cidrs = parseCidrs(ranges);
        const least = Math.max(0, ...cidrs.map((cidr) => cidr.prefix));
        const most = BITS[cidrs[0]?.family ?? 4];
        if (isWholeNumber(prefix, least, most)) continue;
        refuse(
          { path: plan.path, prop: `${prop}.prefix` },
          {
            given: prefix,
            allowed: `an integer from ${least} to ${most}`,
            fix: `write a prefix length such as ${Math.min(most, least + 8)}`,
          },
        );
      }
    },
  },
  {
    id: 'cidr-plan-pools-apart',
    reason: 'Two pools that overlap allocate the same address twice.',
    source: ROUTES,
    check(plan, refuse) {
      const ranges = pools(plan).flatMap(([prop, pool]) => poolRanges(prop, pool));
      refuseOverlaps(plan, ranges, refuse);
    },
  },
  {
    id: 'cidr-plan-pinned',
    reason: 'Two clusters with the same range cannot be routed to each other.',
    source: ROUTES,
    check(plan, refuse) {
      refuseOverlaps(plan, pinnedApart(plan), refuse);
      for (const name of Object.keys(plan.pinned)) {
        if (!Object.hasOwn(plan.numbers, name)) continue;
        refuse(
          { path: plan.path, prop: `clusters[${JSON.stringify(name)}]` },
          {
            given: plan.numbers[name],
            allowed: 'none; the ranges of the cluster are pinned',
            fix: leaveOut({ begins: 'remove it from clusters or from pinned' }),
          },
        );
      }
    },
  },
  {
    id: 'cidr-plan-number',
    reason: 'A number is a position in the pools, counted from 0; other numbers have no ranges.',
    source: ROUTES,
    check(plan, refuse) {
      if (!isDivisible(plan)) return;
      const room = roomIn(plan);
      for (const [name, number] of Object.entries(plan.numbers)) {
        if (isWholeNumber(number, 0, room - 1)) continue;
        const free = numbersOf(plan).freeNumber();
        refuse(numberPlace(plan, name), {
          given: number,
          allowed: `an integer from 0 to ${room - 1}; the pools have room for ${room} clusters`,
          fix: free === undefined ? MORE_ROOM : write(free, { or: MORE_ROOM }),
        });
      }
    },
  },
  {
    id: 'cidr-plan-number-unique',
    reason: 'Clusters with the same number get the same ranges.',
    source: ROUTES,
    check(plan, refuse) {
      const owners = new Map<number, string>();
      for (const [name, number] of Object.entries(plan.numbers)) {
        const owner = owners.get(number);
        if (owner === undefined) owners.set(number, name);
        else {
          refuse(numberPlace(plan, name), {
            given: number,
            allowed: `a number other than that of ${JSON.stringify(owner)}`,
            fix: freeFix(plan),
          });
        }
      }
    },
  },
  {
    id: 'cidr-plan-number-taken',
    reason:
      'A number whose ranges overlap reserved or pinned ranges gives a cluster addresses that are taken.',
    source: ROUTES,
    check(plan, refuse) {
      if (!isDivisible(plan)) return;
      const [numbers, room] = [numbersOf(plan), roomIn(plan)];
      for (const [name, number] of Object.entries(plan.numbers)) {
        if (!isWholeNumber(number, 0, room - 1)) continue;
        const other = numbers.takenBy(number);
        if (other === undefined) continue;
        refuse(numberPlace(plan, name), {
          given: number,
          allowed: `a number whose ranges do not overlap ${other.cidr.text}, ${other.why}`,
          fix: freeFix(plan),
        });
      }
    },
  },
];

const MORE_ROOM = 'add a range at the end of the pool that is too small';

function pools({ pools: all }: CidrPlanModel): [PoolProp, CidrPool][] {
  return POOL_PROPS.flatMap((prop) => {
    const pool = all[prop];
    return pool === undefined ? [] : [[prop, pool] satisfies [PoolProp, CidrPool]];
  });
}

function poolRanges(prop: PoolProp, { ranges }: CidrPool): PlacedRange[] {
  return ranges.map((text) => ({ prop: `${prop}.ranges`, text }));
}

function allRanges(plan: CidrPlanModel): PlacedRange[] {
  return [
    ...pools(plan).flatMap(([prop, pool]) => poolRanges(prop, pool)),
    ...pinnedRanges(plan),
    ...plan.reserved.map((text) => ({ prop: 'reserved', text })),
  ];
}

/** Returns the family that the ranges of a pool must have, or undefined if the first range decides. */
function wantedFamily({ pools: all }: CidrPlanModel, prop: PoolProp): 4 | 6 | undefined {
  if (prop.endsWith('IPv6')) return 6;
  return POOL_PROPS.some((other) => other === `${prop}IPv6` && all[other] !== undefined)
    ? 4
    : undefined;
}

function isDivisible(plan: CidrPlanModel): boolean {
  return pools(plan).every(([, { ranges, prefix }]) =>
    ranges.every((text) => {
      const cidr = tryParseCidr(text);
      return cidr !== undefined && isWholeNumber(prefix, cidr.prefix, BITS[cidr.family]);
    }),
  );
}

function numberPlace({ path }: CidrPlanModel, name: string) {
  return { path, prop: `clusters[${JSON.stringify(name)}]` };
}

function freeFix(plan: CidrPlanModel): Fix {
  const free = isDivisible(plan) ? numbersOf(plan).freeNumber() : undefined;
  return free === undefined ? MORE_ROOM : write(free);
}

const known = new WeakMap<CidrPlanModel, PlanRoom>();

/** Returns the numbers that are left in a plan with valid pools, computed once for all rules. */
function numbersOf(plan: CidrPlanModel): PlanRoom {
  const found = known.get(plan) ?? new PlanRoom(plan);
  known.set(plan, found);
  return found;
}
