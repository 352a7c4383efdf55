import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Cidr, cidrContains, compareAddresses, tryParseCidr } from '../../../../lib/base/cidr';
import { componentsOf, type FleetPlan, itemsOf } from '../../../../lib/openstack/plan/fleet-plan';
import {
  isRef,
  isResource,
  type PlanItem,
  type PlannedResource,
  type PlanValue,
} from '../../../../lib/openstack/plan/plan';
import { clusterShape, shapedFleet } from '../../../support/provisioned-arbitrary';

const shapes = fc.array(clusterShape, { minLength: 1, maxLength: 4 });
const RUNS = { numRuns: 60 };

/** Names that the OpenStack provider takes for its own. */
const RESERVED = /^k8s-cluster(api)?-/;

/** Checks the plan of random fleets. */
function always(check: (plan: FleetPlan) => void): void {
  fc.assert(
    fc.property(shapes, (some) => check(shapedFleet(some, 'nowhere').fleet.plan())),
    RUNS,
  );
}

function resources(plan: FleetPlan): PlannedResource[] {
  return itemsOf(plan).filter(isResource);
}

function refsIn(value: PlanValue): string[] {
  if (typeof value !== 'object') return [];
  if (isRef(value)) return 'from' in value ? [value.from] : ['an input'];
  return Object.values(value).flatMap((one: PlanValue) => refsIn(one));
}

function needs(item: PlanItem): string[] {
  return [...refsIn(item.args), ...(isResource(item) ? (item.after ?? []) : [])];
}

describe('plan of a fleet', () => {
  it('refers to earlier items only', () => {
    always((plan) => {
      const earlier = new Set<string>();
      for (const item of itemsOf(plan)) {
        for (const name of needs(item)) assert.ok(earlier.has(name), `${item.name} needs ${name}`);
        earlier.add(item.name);
      }
      for (const { handOver } of plan.clusters) {
        for (const name of refsIn(handOver)) assert.ok(earlier.has(name), name);
      }
    });
  });

  it('names everything once, below the component that it is in', () => {
    always((plan) => {
      const names = [...itemsOf(plan), ...componentsOf(plan)].map(({ name }) => name);
      assert.equal(new Set(names).size, names.length);
      const components = new Set<string>();
      for (const { name, parent } of componentsOf(plan)) {
        assert.ok(parent === undefined || components.has(parent), `${name} in ${parent}`);
        components.add(name);
      }
      for (const { name, component } of itemsOf(plan)) {
        assert.ok(components.has(component) && name.startsWith(`${component}/`), name);
      }
    });
  });

  it('names in the cloud what is looked up there, once of each kind', () => {
    always((plan) => {
      const named = resources(plan).flatMap(({ kind, args }) =>
        typeof args.name === 'string' ? [`${kind} ${args.name}`] : [],
      );
      assert.deepEqual(
        named.filter((name, index) => named.indexOf(name) !== index),
        [],
      );
    });
  });

  it('uses names of the OpenStack provider for the load balancer that it adopts alone', () => {
    always((plan) => {
      for (const { kind, args } of resources(plan)) {
        const isAdopted = ['loadBalancer', 'listener', 'pool', 'monitor'].includes(kind);
        assert.equal(RESERVED.test(String(args.name)), isAdopted, `${kind} ${args.name}`);
      }
    });
  });

  it('leaves the longest names within what Neutron and Octavia take', () => {
    const longest = 'n'.repeat(63);
    fc.assert(
      fc.property(clusterShape, (shape) => {
        const plan = shapedFleet([shape], 'nowhere').fleet.plan();
        for (const { args } of resources(plan)) {
          const name = String(args.name ?? '').replaceAll('c0', longest);
          const whole = name.replaceAll('mothership', longest).replaceAll('second', longest);
          assert.ok(whole.length <= 255, whole);
        }
      }),
      RUNS,
    );
  });

  it('hands out no address twice', () => {
    always((plan) => {
      for (const subnet of resources(plan).filter(({ kind }) => kind === 'subnet')) {
        const pools = poolsOf(subnet);
        for (const [index, [start, end]] of pools.entries()) {
          assert.ok(compareAddresses(start, end) <= 0);
          const next = pools[index + 1]?.[0];
          assert.ok(next === undefined || compareAddresses(end, next) < 0);
          assert.ok(cidrContains(rangeOf(subnet), start));
          assert.ok(cidrContains(rangeOf(subnet), end));
        }
        for (const address of fixedAddresses(plan, subnet.name)) {
          assert.ok(cidrContains(rangeOf(subnet), address), address);
          const isHandedOut = pools.some(
            ([start, end]) =>
              compareAddresses(start, address) <= 0 && compareAddresses(address, end) <= 0,
          );
          assert.ok(pools.length > 0 && !isHandedOut, `${address} of ${subnet.name}`);
        }
      }
    });
  });

  it('leaves monitors alone to what takes them along', () => {
    always((plan) => {
      const taken = resources(plan).filter(({ goesWith }) => goesWith !== undefined);
      assert.ok(taken.every(({ kind }) => kind === 'monitor'));
      for (const { goesWith } of taken) {
        assert.equal(resources(plan).find(({ name }) => name === goesWith)?.kind, 'pool');
      }
      const monitors = resources(plan).filter(({ kind }) => kind === 'monitor');
      assert.equal(taken.length, monitors.length);
    });
  });

  it('has the same for a cluster whatever stands beside it', () => {
    fc.assert(
      fc.property(clusterShape, shapes, (shape, others) => {
        const alone = shapedFleet([shape], 'nowhere').fleet.plan();
        const beside = shapedFleet([shape, ...others], 'nowhere').fleet.plan();

        const mine = beside.clusters.find(({ cluster }) => cluster.name === 'c0');
        assert.deepEqual(mine?.items, alone.clusters[0]?.items);
        assert.deepEqual(mine?.components, alone.clusters[0]?.components);
        assert.deepEqual(mine?.handOver, alone.clusters[0]?.handOver);
      }),
      RUNS,
    );
  });

  it('is made in parts as it is made in one', () => {
    fc.assert(
      fc.property(shapes, (some) => {
        const { fleet } = shapedFleet(some, 'nowhere');
        const whole = resources(fleet.plan()).map(({ name }) => name);
        const parts = [
          { clouds: ['cloud'], clusters: [] },
          ...some.map((_, index) => ({ clusters: [`c${index}`] })),
        ].flatMap((selection) => resources(fleet.plan({ selection })));
        assert.deepEqual(parts.map(({ name }) => name).sort(), whole.sort());
      }),
      RUNS,
    );
  });
});

function rangeOf({ args }: PlannedResource): Cidr {
  const cidr = tryParseCidr(String(args.cidr));
  assert.ok(cidr);
  return cidr;
}

function poolsOf({ args }: PlannedResource): (readonly [start: string, end: string])[] {
  const pools = Array.isArray(args.allocationPools) ? args.allocationPools : [];
  return pools.map((pool) => [String(pool.start), String(pool.end)] as const);
}

/** Addresses of ports in a subnet that the plan chooses itself. */
function fixedAddresses(plan: FleetPlan, subnet: string): string[] {
  return resources(plan).flatMap(({ kind, args }) => {
    if (kind !== 'port' || !refsIn(args.fixedIps ?? []).includes(subnet)) return [];
    const addresses = Array.isArray(args.fixedIps) ? args.fixedIps : [];
    const isShared = subnet.startsWith('cloud/');
    return isShared ? [] : addresses.map(({ ipAddress }) => String(ipAddress));
  });
}
