import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  CidrPlan,
  type CidrPlanProps,
  ClusterNetwork,
  type PlannedRanges,
} from '../../constructs/index';
import { checkCluster } from '../../lib/assembly/check-cluster';
import { cidrsOverlap, tryParseCidr } from '../../lib/base/cidr';
import { fixText } from '../../lib/base/fix';
import { refusalOf } from '../../lib/input/refusals';
import { testFleet } from '../support/fleets';
import { refusedText } from '../support/refused';

const PROPS = {
  nodes: { ranges: ['10.8.0.0/16', '10.10.0.0/16'], prefix: 24 },
  pods: { ranges: ['10.128.0.0/10'], prefix: 18 },
  services: { ranges: ['10.64.0.0/12'], prefix: 20 },
} as const;
const DUAL = {
  ...PROPS,
  nodesIPv6: { ranges: ['fd00:8::/48'], prefix: 64 },
  podsIPv6: { ranges: ['fd00:10::/40'], prefix: 56 },
  servicesIPv6: { ranges: ['fd00:20::/100'], prefix: 112 },
} as const;

const ROWS: Readonly<
  Record<keyof CidrPlanProps, readonly [Partial<CidrPlanProps>, Partial<PlannedRanges>]>
> = {
  clusters: [{ clusters: { a: 3 } }, { nodeCidr: '10.8.3.0/24' }],
  nodes: [{ nodes: { ranges: ['10.20.0.0/16'], prefix: 20 } }, { nodeCidr: '10.20.16.0/20' }],
  nodesIPv6: [{ nodesIPv6: DUAL.nodesIPv6 }, { nodeCidrIPv6: 'fd00:8:0:1::/64' }],
  pods: [{ pods: { ranges: ['10.32.0.0/12'], prefix: 16 } }, { podCidrs: ['10.33.0.0/16'] }],
  podsIPv6: [{ podsIPv6: DUAL.podsIPv6 }, { podCidrs: ['10.128.64.0/18', 'fd00:10:0:100::/56'] }],
  services: [
    { services: { ranges: ['10.32.0.0/12'], prefix: 16 } },
    { serviceCidrs: ['10.33.0.0/16'] },
  ],
  servicesIPv6: [
    { servicesIPv6: DUAL.servicesIPv6 },
    { serviceCidrs: ['10.64.16.0/20', 'fd00:20::1:0/112'] },
  ],
  pinned: [
    { clusters: {}, pinned: { a: { nodeCidr: '10.0.0.0/24' } } },
    { nodeCidr: '10.0.0.0/24' },
  ],
  reserved: [{ reserved: ['10.8.0.0/24'] }, { nodeCidr: '10.8.1.0/24' }],
  name: [{ name: 'ranges' }, { nodeCidr: '10.8.1.0/24' }],
};

describe('CidrPlan', () => {
  for (const [prop, [props, expected]] of Object.entries(ROWS)) {
    it(`hands out what ${prop} says`, () => {
      const ranges = new CidrPlan({ ...PROPS, clusters: { a: 1 }, ...props }).ranges('a');

      assert.deepEqual({ ...ranges, ...expected }, ranges);
    });
  }

  it('goes on in the next range of a pool', () => {
    const plan = new CidrPlan({ nodes: PROPS.nodes, clusters: { a: 255, b: 256 } });

    assert.equal(plan.ranges('a').nodeCidr, '10.8.255.0/24');
    assert.equal(plan.ranges('b').nodeCidr, '10.10.0.0/24');
  });

  it('leaves pods and services alone where it has no pools for them', () => {
    const plan = new CidrPlan({ nodes: PROPS.nodes, clusters: { a: 0 } });

    assert.deepEqual(plan.ranges('a'), { nodeCidr: '10.8.0.0/24' });
  });

  it('says which line to add for a cluster that has no number', () => {
    const plan = new CidrPlan({ ...PROPS, clusters: { 'prod-eu': 0, 'prod-us': 2 } });

    assertSays(
      () => plan.ranges('prod-ap'),
      `CidrPlan: clusters["prod-ap"] is missing
  allowed: a number from 0 to 255 that no other cluster has
  fix: add "prod-ap": 3 to clusters, or write "prod-eu"`,
    );
    assertSays(
      () => new CidrPlan({ ...PROPS, name: 'lab', clusters: {} }).ranges('constructor'),
      `lab: clusters["constructor"] is missing
  allowed: a number from 0 to 255 that no other cluster has
  fix: add "constructor": 0 to clusters`,
    );
  });

  it('asks for another range when there is no room', () => {
    const plan = new CidrPlan({
      nodes: { ranges: ['10.8.0.0/23'], prefix: 24 },
      clusters: { a: 0, b: 1 },
    });

    assertSays(
      () => plan.ranges('edge'),
      `CidrPlan: clusters["edge"] is missing
  allowed: a number from 0 to 1 that no other cluster has
  fix: add a range at the end of the pool that is too small, and add a number for "edge" to clusters`,
    );
  });

  it('names all mistakes at once', () => {
    assertSays(
      () => new CidrPlan({ ...PROPS, clusters: { a: 0, b: 0, c: 999 } }),
      `CidrPlan: clusters["c"] is 999
  allowed: an integer from 0 to 255; the pools have room for 256 clusters
  fix: write 1, or add a range at the end of the pool that is too small
CidrPlan: clusters["b"] is 0
  allowed: a number other than that of "a"
  fix: write 1`,
    );
  });

  it('looks for a number that is left where the largest one is used', () => {
    const nodes = { ranges: ['fd00::/8'], prefix: 64 };
    const plan = new CidrPlan({ nodes, clusters: { a: Number.MAX_SAFE_INTEGER } });

    assert.match(
      fixOf(() => plan.ranges('b')),
      /^add "b": 0 to clusters/,
    );
  });

  it('has room for thousands of clusters beside thousands of ranges that are taken', () => {
    const clusters = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`c${i}`, i]));
    const reserved = Array.from({ length: 500 }, (_, i) => `10.${100 + (i >> 8)}.${i & 255}.0/24`);
    const pinned = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, i) => [
        `p${i}`,
        { nodeCidr: `11.${i >> 8}.${i & 255}.0/24`, podCidrs: [`fc00:${i.toString(16)}::/48`] },
      ]),
    );
    const plan = new CidrPlan({
      nodes: { ranges: ['10.0.0.0/8'], prefix: 24 },
      pods: { ranges: ['fd00::/16'], prefix: 48 },
      clusters,
      reserved,
      pinned,
    });

    assert.equal(plan.ranges('c4999').nodeCidr, '10.19.135.0/24');
  });

  it('knows its clusters', () => {
    const plan = new CidrPlan({
      ...PROPS,
      clusters: { b: 1, a: 0 },
      pinned: { old: { nodeCidr: '10.0.0.0/24' } },
    });

    assert.deepEqual(plan.clusters, ['b', 'a', 'old']);
  });

  it('fits a cluster on every kind of network', () => {
    const ranges = new CidrPlan({ ...PROPS, clusters: { prod: 7 } }).ranges('prod');
    const networks = [
      ClusterNetwork.managed(ranges),
      ClusterNetwork.provisioned(ranges),
      ClusterNetwork.fromName('lan', ranges),
    ];

    for (const network of networks) {
      const model = testFleet().cluster('prod', { network }).model();
      assert.equal(model.network.nodeCidr, '10.8.7.0/24');
      assert.deepEqual(model.podCidrs, ['10.129.192.0/18']);
      assert.deepEqual(checkCluster(model), []);
    }
  });

  it('says so where a network cannot have the second range', () => {
    const ranges = new CidrPlan({ ...DUAL, clusters: { prod: 7 } }).ranges('prod');
    const cluster = testFleet().cluster('prod', { network: ClusterNetwork.managed(ranges) });

    assert.ok(checkCluster(cluster.model()).some(({ rule }) => rule === 'node-range-second'));
  });
});

describe('ranges of a plan', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 12 });
  const clusters = names.chain((list) =>
    fc
      .uniqueArray(fc.nat(255), { minLength: list.length, maxLength: list.length })
      .map((numbers) => list.map((name, i) => [name, numbers[i] ?? 0] as const)),
  );

  it('never overlap', () => {
    fc.assert(
      fc.property(clusters, (list) => {
        const plan = new CidrPlan({ ...DUAL, clusters: Object.fromEntries(list) });
        const ranges = list.flatMap(([name]) => textsOf(plan.ranges(name)));
        const cidrs = ranges.flatMap((text) => tryParseCidr(text) ?? []);

        assert.equal(cidrs.length, list.length * 6);
        assert.ok(cidrs.every((cidr) => cidr.aligned));
        for (const [i, cidr] of cidrs.entries()) {
          assert.ok(cidrs.slice(i + 1).every((other) => !cidrsOverlap(cidr, other)));
        }
      }),
    );
  });

  it('stay when clusters come and go in any order, and when pools grow', () => {
    fc.assert(
      fc.property(clusters, fc.array(fc.boolean()), fc.nat(), (list, kept, turn) => {
        const whole = new CidrPlan({ ...DUAL, clusters: Object.fromEntries(list) });
        const rest = list.filter((_, i) => kept[i] === true);
        const moved = [
          ...rest.slice(turn % (rest.length + 1)),
          ...rest.slice(0, turn % (rest.length + 1)),
        ];
        const nodes = { ...PROPS.nodes, ranges: [...PROPS.nodes.ranges, '10.20.0.0/16'] };
        const other = new CidrPlan({ ...DUAL, nodes, clusters: Object.fromEntries(moved) });

        for (const [name] of rest) assert.deepEqual(other.ranges(name), whole.ranges(name));
      }),
    );
  });

  it('are free for a cluster that gets the number which the error offers', () => {
    const block = fc.tuple(fc.nat(255), fc.integer({ min: 17, max: 26 }));
    fc.assert(
      fc.property(clusters, fc.array(block, { maxLength: 5 }), (list, blocks) => {
        const reserved = blocks.flatMap(([third, prefix]) => {
          const cidr = tryParseCidr(`10.8.${third}.0/${prefix}`);
          return cidr === undefined ? [] : [`${cidr.network}/${prefix}`];
        });
        const isFree = (number: number) => {
          const own = tryParseCidr(`10.8.${number}.0/24`);
          return reserved.every((text) => {
            const other = tryParseCidr(text);
            return own !== undefined && other !== undefined && !cidrsOverlap(own, other);
          });
        };
        const numbers = Object.fromEntries(list.filter(([, number]) => isFree(number)));
        const plan = new CidrPlan({ ...PROPS, clusters: numbers, reserved });
        const offered = /^add "NEW": (\d+) to/.exec(fixOf(() => plan.ranges('NEW')))?.[1];

        if (offered === undefined) return;
        const grown = new CidrPlan({
          ...PROPS,
          clusters: { ...numbers, NEW: Number(offered) },
          reserved,
        });
        assert.ok(isFree(Number(offered)) && grown.ranges('NEW').nodeCidr !== '');
      }),
    );
  });
});

function textsOf(ranges: PlannedRanges): string[] {
  const { nodeCidr, nodeCidrIPv6 = '', podCidrs = [], serviceCidrs = [] } = ranges;
  return [nodeCidr, nodeCidrIPv6, ...podCidrs, ...serviceCidrs];
}

function assertSays(run: () => object, text: string): void {
  assert.equal(refusedText(run()), text);
}

function fixOf(run: () => object): string {
  return fixText(refusalOf(run())?.mistakes[0]?.fix ?? '');
}
