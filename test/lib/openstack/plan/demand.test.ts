import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RulePeer, ruleModel } from '../../../../lib/addons/model/firewall-rule';
import { mostOfPool } from '../../../../lib/cluster/model/machine-numbers';
import type { FloatingIPModel } from '../../../../lib/openstack/model/endpoint';
import { clusterDemand } from '../../../../lib/openstack/plan/cluster-demand';
import { type Demand, sum } from '../../../../lib/openstack/plan/demand';
import { planFleet } from '../../../../lib/openstack/plan/fleet-plan';
import { machineGroups } from '../../../../lib/openstack/plan/machine-groups';
import { bastionModel } from '../../../support/bastion';
import { clusterModel, controlPlaneModel, poolModel } from '../../../support/models';
import type { AssembledCluster } from '../../../support/openstack-cluster';
import { provisionedCluster } from '../../../support/provisioned';

const STORAGE_PORT = { network: { id: 'storage' }, fixedIPs: [], securityGroups: [] };

function demandOf(cluster: AssembledCluster): Demand {
  const plan = planFleet([{ cloud: cluster.cloud, sharedNetworks: [] }], [cluster]);
  return sum(plan.clusters.map((one) => clusterDemand(one)));
}

/** Cluster that takes nothing but its machines. */
function bareCluster(overrides: Partial<AssembledCluster> = {}): AssembledCluster {
  return clusterModel({
    network: { kind: 'adopted', network: { id: 'net' }, subnets: [] },
    endpoint: { kind: 'external', host: 'api.example.org' },
    securityGroups: { kind: 'adopted', controlPlane: [], workers: [] },
    ...overrides,
  });
}

describe('demand of a cluster', () => {
  it('counts machines at their largest, and one of each group more', () => {
    const cluster = bareCluster({
      controlPlane: controlPlaneModel({ replicas: 3 }),
      pools: [
        poolModel({ replicas: 2 }),
        poolModel({ name: 'big', size: 'g1.gpu', autoscale: { minSize: 0, maxSize: 5 } }),
      ],
    });

    assert.deepEqual(demandOf(cluster), {
      instances: 4 + 3 + 6,
      ports: 4 + 3 + 6,
      cores: 4 * 4 + 3 * 4 + 6 * 8,
      ramMiB: (4 * 8 + 3 * 8 + 6 * 32) * 1024,
    });
  });

  it('counts volumes that machines boot from', () => {
    const cluster = bareCluster({
      controlPlane: controlPlaneModel({ replicas: 1, rootVolume: { sizeGiB: 20 } }),
      pools: [],
    });

    const { volumes, gigabytes } = demandOf(cluster);

    assert.deepEqual({ volumes, gigabytes }, { volumes: 2, gigabytes: 40 });
  });

  it('counts additional volumes and ports of every machine, and no local disks', () => {
    const cluster = bareCluster({
      controlPlane: controlPlaneModel({ replicas: 1, rollout: { maxSurge: 0 } }),
      pools: [
        poolModel({
          replicas: 2,
          rootVolume: { sizeGiB: 20 },
          additionalBlockDevices: [
            { name: 'data', sizeGiB: 50, storage: { kind: 'volume' } },
            { name: 'scratch', sizeGiB: 30, storage: { kind: 'local' } },
          ],
          ports: [{ fixedIPs: [], securityGroups: [] }, STORAGE_PORT],
        }),
      ],
    });

    const { ports, volumes, gigabytes } = demandOf(cluster);

    assert.deepEqual(
      { ports, volumes, gigabytes },
      { ports: 1 + 3 * 2, volumes: 3 * 2, gigabytes: 3 * 70 },
    );
  });

  it('counts a rollout in every zone of a pool', () => {
    const pool = poolModel({ replicas: 4, failureDomains: ['a', 'b', 'c'] });
    const cluster = bareCluster({
      controlPlane: controlPlaneModel({ replicas: 1, rollout: { maxSurge: 0 } }),
      pools: [pool],
    });

    assert.equal(demandOf(cluster).instances, 1 + 4 + 3);
  });

  it('counts a bastion with its address, its group and what lets it in, unless it is off', () => {
    const off = demandOf(clusterModel({ bastion: bastionModel({ enabled: false }) }));
    const on = demandOf(clusterModel({ bastion: bastionModel({ enabled: true }) }));
    const more = (thing: keyof Demand) => (on[thing] ?? 0) - (off[thing] ?? 0);

    assert.deepEqual(off, demandOf(clusterModel()));
    assert.deepEqual([more('instances'), more('ports'), more('floatingIPs')], [1, 1, 1]);
    assert.deepEqual([more('securityGroups'), more('securityGroupRules')], [1, 3 + 2]);
  });

  it('counts what is provisioned', () => {
    const cluster = provisionedCluster({
      controlPlane: controlPlaneModel({ replicas: 1, rollout: { maxSurge: 0 } }),
      pools: [],
    });

    const { instances, cores, ramMiB, ...rest } = demandOf(cluster);

    assert.deepEqual(rest, {
      ports: 4,
      floatingIPs: 1,
      networks: 1,
      subnets: 1,
      routers: 1,
      securityGroups: 2,
      securityGroupRules: 12,
      loadBalancers: 1,
    });
  });

  it('counts the address of a machine that is the endpoint, whoever allocates it', () => {
    const given = { kind: 'address', address: '203.0.113.7' } as const;
    const addresses = (floatingIP?: FloatingIPModel) =>
      demandOf(
        bareCluster({
          controlPlane: controlPlaneModel({ replicas: 1 }),
          endpoint: { kind: 'machine', ...(floatingIP === undefined ? {} : { floatingIP }) },
        }),
      ).floatingIPs;

    assert.equal(addresses(), 1);
    assert.equal(addresses({ kind: 'ephemeral' }), 1);
    assert.equal(addresses(given), undefined);
  });

  it('counts a floating address for each machine that has one from a pool', () => {
    const cluster = bareCluster({
      controlPlane: controlPlaneModel({ replicas: 1 }),
      pools: [poolModel({ replicas: 2, floatingIPPool: 'edge' }), poolModel({ name: 'inside' })],
    });

    assert.equal(demandOf(cluster).floatingIPs, 3);
  });

  it('counts what Cluster API makes', () => {
    const cluster = clusterModel({
      controlPlane: controlPlaneModel({ replicas: 1, rollout: { maxSurge: 0 } }),
      pools: [],
    });

    const { instances, cores, ramMiB, ...rest } = demandOf(cluster);

    assert.deepEqual(rest, {
      ports: 4,
      floatingIPs: 1,
      networks: 1,
      subnets: 1,
      routers: 1,
      securityGroups: 2,
      securityGroupRules: 16,
      loadBalancers: 1,
    });
  });

  it('counts rules of managed groups for each of their other sides', () => {
    const rule = ruleModel({ name: 'ipip', from: RulePeer.groups('controlplane', 'worker') });
    const groups = { kind: 'managed', allowAllInClusterTraffic: false } as const;
    const without = demandOf(clusterModel({ securityGroups: { ...groups, rules: [] } }));
    const withRule = demandOf(clusterModel({ securityGroups: { ...groups, rules: [rule] } }));

    assert.equal((withRule.securityGroupRules ?? 0) - (without.securityGroupRules ?? 0), 4);
  });

  it('counts neither router nor address without an external network', () => {
    const { cloud } = clusterModel();
    const demand = demandOf(
      clusterModel({ cloud: { ...cloud, externalNetwork: { kind: 'none' } } }),
    );

    assert.equal(demand.routers, undefined);
    assert.equal(demand.floatingIPs, undefined);
  });

  it('is nothing for a census that holds nothing', () => {
    const cluster = provisionedCluster();
    const [plan] = planFleet([{ cloud: cluster.cloud, sharedNetworks: [] }], [cluster]).clusters;
    assert.ok(plan !== undefined);

    assert.deepEqual(clusterDemand(plan, { holds: () => false, machines: () => 0 }), {});
  });
});

describe('largest size of a pool', () => {
  it('rounds a percentage up', () => {
    assert.equal(mostOfPool(poolModel({ replicas: 5, rollout: { maxSurge: '25%' } })), 7);
  });

  it('is nothing for a pool of nothing', () => {
    assert.equal(mostOfPool(poolModel({ replicas: 0 })), 0);
    assert.equal(mostOfPool(poolModel({ autoscale: { minSize: 0, maxSize: 0 } })), 0);
  });

  it('is never below the size, and never above it by more than the surge', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(100), (replicas, percent) => {
        const largest = mostOfPool(poolModel({ replicas, rollout: { maxSurge: `${percent}%` } }));
        assert.ok(largest >= replicas);
        assert.ok(largest <= replicas + Math.ceil((replicas * percent) / 100));
      }),
    );
  });

  it('goes by the names that machines begin with', () => {
    assert.deepEqual(
      machineGroups(clusterModel()).map(({ prefix, largest }) => [prefix, largest]),
      [
        ['demo-control-plane', 4],
        ['demo-workers', 3],
      ],
    );
  });

  it('has a group for every MachineDeployment, and for the bastion', () => {
    const pools = [poolModel({ replicas: 3, failureDomains: ['a', 'b'] })];

    assert.deepEqual(
      machineGroups(clusterModel({ pools, bastion: bastionModel() })).map((group) => [
        group.prefix,
        group.largest,
        group.zones,
        `${group.path}.${group.within}${group.zonesProp}`,
      ]),
      [
        ['demo-control-plane', 4, [], 'mothership/demo/control-plane.failureDomains'],
        ['demo-workers-a', 3, ['a'], 'mothership/demo/workers.failureDomains'],
        ['demo-workers-b', 2, ['b'], 'mothership/demo/workers.failureDomains'],
        ['demo-bastion', 1, [], 'mothership/demo.bastion.availabilityZone'],
      ],
    );
  });
});
