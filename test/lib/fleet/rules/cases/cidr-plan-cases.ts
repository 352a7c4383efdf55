import type { CidrPlanModel, PlannedRanges } from '../../../../../lib/fleet/model/cidr-plan';
import type { RuleCase } from '../../../assembly/rule-case';

const NODES = { ranges: ['10.8.0.0/22'], prefix: 24 };
const PODS = { ranges: ['10.128.0.0/14'], prefix: 16 };
const VAST = { nodes: { ranges: ['fd00::/8'], prefix: 64 } };

/** Examples of rules on plans of address ranges. */
export const CIDR_PLAN_CASES: readonly RuleCase[] = [
  {
    rule: 'cidr-plan-ranges',
    broken: plan({ pools: { nodes: { ranges: ['10.8.0.0'], prefix: 24 } } }),
    sound: plan({}),
    says: `CidrPlan: nodes.ranges is "10.8.0.0"
  allowed: an address range in CIDR notation, such as "10.8.0.0/24"
  fix: write "10.8.0.0/24"`,
  },
  {
    rule: 'cidr-plan-ranges',
    broken: plan({ reserved: ['10.9.0.1/16'] }),
    says: `CidrPlan: reserved is "10.9.0.1/16"
  allowed: the first address of the range, 10.9.0.0/16
  fix: write "10.9.0.0/16"`,
  },
  {
    rule: 'cidr-plan-family',
    broken: plan({
      pools: { nodes: NODES, pods: PODS, podsIPv6: { ranges: ['10.64.0.0/14'], prefix: 16 } },
    }),
    sound: plan({
      pools: { nodes: NODES, pods: PODS, podsIPv6: { ranges: ['fd00:10::/48'], prefix: 56 } },
    }),
    says: `CidrPlan: podsIPv6.ranges is "10.64.0.0/14"
  allowed: IPv6 ranges
  fix: write only IPv6 ranges`,
  },
  {
    rule: 'cidr-plan-family',
    broken: plan({ pools: { nodes: { ranges: ['10.8.0.0/22', 'fd00::/16'], prefix: 24 } } }),
    says: `CidrPlan: nodes.ranges is "fd00::/16"
  allowed: IPv4 ranges
  fix: write only IPv4 ranges`,
  },
  {
    rule: 'cidr-plan-prefix',
    broken: plan({ pools: { nodes: { ranges: ['10.8.0.0/22'], prefix: 16 } } }),
    sound: plan({ pools: { nodes: { ranges: ['10.8.0.0/22'], prefix: 23 } } }),
    says: `CidrPlan: nodes.prefix is 16
  allowed: an integer from 22 to 32
  fix: write a prefix length such as 30`,
  },
  {
    rule: 'cidr-plan-pools-apart',
    broken: plan({ pools: { nodes: NODES, pods: { ranges: ['10.8.0.0/14'], prefix: 16 } } }),
    sound: plan({ pools: { nodes: NODES, pods: PODS } }),
    says: `CidrPlan: pods.ranges is "10.8.0.0/14"
  allowed: ranges that do not overlap 10.8.0.0/22 of nodes.ranges
  fix: choose another range for one of the two`,
  },
  {
    rule: 'cidr-plan-pinned',
    broken: plan({
      pinned: { old: { nodeCidr: '10.9.0.0/24' }, older: { nodeCidr: '10.9.0.0/16' } },
    }),
    sound: plan({
      pinned: {
        old: { nodeCidr: '10.9.0.0/24', podCidrs: ['192.168.0.0/16'] },
        older: { nodeCidr: '10.9.1.0/24', podCidrs: ['192.168.0.0/16'] },
      },
    }),
    says: `CidrPlan: pinned["older"] is "10.9.0.0/16"
  allowed: ranges that do not overlap 10.9.0.0/24 of pinned["old"]
  fix: choose another range for one of the two`,
  },
  {
    rule: 'cidr-plan-pinned',
    broken: withPods('10.64.0.0/16', '10.64.4.0/24'),
    sound: withPods('10.64.0.0/16', '10.64.0.0/16'),
    says: `CidrPlan: pinned["older"] is "10.64.4.0/24"
  allowed: ranges that do not overlap 10.64.0.0/16 of pinned["old"]
  fix: choose another range for one of the two`,
  },
  {
    rule: 'cidr-plan-pinned',
    broken: plan({ numbers: { old: 2 }, pinned: { old: { nodeCidr: '10.9.0.0/24' } } }),
    says: `CidrPlan: clusters["old"] is 2
  allowed: none; the ranges of the cluster are pinned
  fix: remove it from clusters or from pinned`,
  },
  {
    rule: 'cidr-plan-number',
    broken: plan({ numbers: { a: 1, b: 4 } }),
    sound: plan({ numbers: { a: 1, b: 3 } }),
    says: `CidrPlan: clusters["b"] is 4
  allowed: an integer from 0 to 3; the pools have room for 4 clusters
  fix: write 2, or add a range at the end of the pool that is too small`,
  },
  {
    rule: 'cidr-plan-number',
    broken: plan({ numbers: { a: 1.5 }, reserved: ['10.9.0.0/16'] }),
    says: `CidrPlan: clusters["a"] is 1.5
  allowed: an integer from 0 to 3; the pools have room for 4 clusters
  fix: write 0, or add a range at the end of the pool that is too small`,
  },
  {
    rule: 'cidr-plan-number',
    broken: plan({ pools: VAST, numbers: { a: 2 ** 53 } }),
    sound: plan({ pools: VAST, numbers: { a: 2 ** 53 - 1 } }),
    says: `CidrPlan: clusters["a"] is 9007199254740992
  allowed: an integer from 0 to 9007199254740991; the pools have room for 9007199254740992 clusters
  fix: write 0, or add a range at the end of the pool that is too small`,
  },
  {
    rule: 'cidr-plan-number',
    broken: plan({ numbers: { a: 0, b: 1, c: 2, d: 3, e: 4 } }),
    says: `CidrPlan: clusters["e"] is 4
  allowed: an integer from 0 to 3; the pools have room for 4 clusters
  fix: add a range at the end of the pool that is too small`,
  },
  {
    rule: 'cidr-plan-number-unique',
    broken: plan({ numbers: { a: 1, b: 1 } }),
    sound: plan({ numbers: { a: 1, b: 0 } }),
    says: `CidrPlan: clusters["b"] is 1
  allowed: a number other than that of "a"
  fix: write 2`,
  },
  {
    rule: 'cidr-plan-number-taken',
    broken: plan({ numbers: { a: 0 }, reserved: ['10.8.0.0/23'] }),
    sound: plan({ numbers: { a: 2 }, reserved: ['10.8.0.0/23'] }),
    says: `CidrPlan: clusters["a"] is 0
  allowed: a number whose ranges do not overlap 10.8.0.0/23, which is reserved or pinned
  fix: write 2`,
  },
  {
    rule: 'cidr-plan-number-taken',
    broken: plan({
      pools: { nodes: NODES, pods: PODS },
      numbers: { a: 1 },
      pinned: { old: { nodeCidr: '10.9.0.0/24', podCidrs: ['10.129.0.0/20'] } },
    }),
    says: `CidrPlan: clusters["a"] is 1
  allowed: a number whose ranges do not overlap 10.129.0.0/20, which is reserved or pinned
  fix: write 2`,
  },
  {
    rule: 'cidr-plan-number-taken',
    broken: plan({
      numbers: { a: 1 },
      pinned: { old: { nodeCidr: '10.9.0.0/24', podCidrs: ['10.8.0.0/23'] } },
    }),
    sound: plan({
      numbers: { a: 2 },
      pinned: { old: { nodeCidr: '10.9.0.0/24', podCidrs: ['10.8.0.0/23'] } },
    }),
    says: `CidrPlan: clusters["a"] is 1
  allowed: a number whose ranges do not overlap 10.8.0.0/23, which is reserved or pinned
  fix: write 2`,
  },
  {
    rule: 'cidr-plan-number-taken',
    broken: beside({ nodeCidr: '10.9.0.0/24' }),
    sound: beside({ nodeCidr: '10.9.0.0/24', serviceCidrs: ['172.20.0.0/16'] }),
    says: `CidrPlan: clusters["b"] is 32
  allowed: a number whose ranges do not overlap 10.96.0.0/12, the default serviceCidrs of pinned["old"]
  fix: write 48`,
  },
];

/** Plan whose number 32 has pods among the services that clusters have by default. */
function beside(old: PlannedRanges): CidrPlanModel {
  const pods = { ranges: ['10.64.0.0/10'], prefix: 16 };
  const nodes = { ranges: ['10.8.0.0/16'], prefix: 24 };
  return plan({ pools: { nodes, pods }, numbers: { b: 32 }, pinned: { old } });
}

/** Plan with pods that are routed, and two clusters from before. */
function withPods(first: string, second: string): CidrPlanModel {
  return plan({
    pools: { nodes: NODES, pods: PODS },
    pinned: {
      old: { nodeCidr: '10.9.0.0/24', podCidrs: [first] },
      older: { nodeCidr: '10.9.1.0/24', podCidrs: [second] },
    },
  });
}

function plan(overrides: Partial<CidrPlanModel>): CidrPlanModel {
  return {
    path: 'CidrPlan',
    pools: { nodes: NODES },
    numbers: {},
    pinned: {},
    reserved: [],
    ...overrides,
  };
}
