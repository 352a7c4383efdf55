import assert from 'node:assert/strict';
import { CloudSearch } from '../../../../lib/openstack/client/cloud-search';
import { itemsOf, planFleet } from '../../../../lib/openstack/plan/fleet-plan';
import { isResource, type PlanItem } from '../../../../lib/openstack/plan/plan';
import { emptyCloud } from '../../../support/cloud-contents';
import { FakeCloud } from '../../../support/fake-cloud';
import { cloudModel, controlPlaneModel } from '../../../support/models';
import { provisionedCluster } from '../../../support/provisioned';

const LOAD_BALANCER = 'k8s-clusterapi-cluster-demo-demo-kubeapi';

function demoItems(): readonly PlanItem[] {
  const cluster = provisionedCluster({
    controlPlane: controlPlaneModel({
      serverGroup: { filter: { name: 'mothership-demo-control-plane' } },
      serverGroupPolicy: 'soft-anti-affinity',
    }),
    pools: [],
    endpoint: {
      kind: 'loadBalancer',
      allowedCidrs: [],
      additionalPorts: [],
      dnsName: 'api.demo.example.org',
    },
    cloud: cloudModel({
      externalNetwork: { kind: 'lookup', network: { filter: { name: 'public' } } },
      dnsZone: 'example.org',
      keyPairs: { ops: 'ssh-ed25519 fake' },
    }),
  });
  return itemsOf(planFleet([{ cloud: cluster.cloud, sharedNetworks: [] }], [cluster]));
}

/** Cloud in which everything of the cluster exists. */
const FULL = emptyCloud({
  '/network/v2.0/networks': { networks: [{ id: 'net', name: 'mothership-demo' }] },
  '/network/v2.0/subnets': {
    subnets: [
      { id: 'sub', name: 'mothership-demo', network_id: 'net' },
      { id: 'sub-elsewhere', name: 'mothership-demo', network_id: 'other' },
    ],
  },
  '/network/v2.0/routers': { routers: [{ id: 'rtr', name: 'mothership-demo' }] },
  '/network/v2.0/ports': {
    ports: [
      { id: 'gateway', device_owner: 'network:router_gateway', fixed_ips: [{ subnet_id: 'sub' }] },
      { id: 'leg', device_owner: 'network:router_interface', fixed_ips: [{ subnet_id: 'sub' }] },
    ],
  },
  '/network/v2.0/security-groups': {
    security_groups: [
      {
        id: 'cp',
        name: 'mothership-demo-control-plane',
        security_group_rules: [
          { id: 'r1', direction: 'egress', ethertype: 'IPv4', protocol: null },
          {
            id: 'r2',
            direction: 'ingress',
            ethertype: 'IPv4',
            protocol: 'tcp',
            port_range_min: 2379,
            port_range_max: 2380,
            remote_group_id: 'cp',
          },
          {
            id: 'r3',
            direction: 'ingress',
            ethertype: 'IPv4',
            protocol: 'tcp',
            port_range_min: 22,
          },
        ],
      },
      { id: 'w', name: 'mothership-demo-workers', security_group_rules: [] },
    ],
  },
  '/network/v2.0/floatingips': {
    floatingips: [
      { id: 'fip', port_id: 'vip' },
      { id: 'another', port_id: null },
    ],
  },
  '/load-balancer/v2.0/lbaas/loadbalancers': {
    loadbalancers: [{ id: 'lb', name: LOAD_BALANCER, vip_port_id: 'vip' }],
  },
  '/load-balancer/v2.0/lbaas/listeners': {
    listeners: [{ id: 'l', name: `${LOAD_BALANCER}-6443` }],
  },
  '/load-balancer/v2.0/lbaas/pools': { pools: [{ id: 'p', name: `${LOAD_BALANCER}-6443` }] },
  '/load-balancer/v2.0/lbaas/healthmonitors': {
    healthmonitors: [{ id: 'm', name: `${LOAD_BALANCER}-6443` }],
  },
  '/compute/os-server-groups': {
    server_groups: [{ id: 'sg', name: 'mothership-demo-control-plane' }],
  },
  '/compute/os-keypairs': { keypairs: [{ keypair: { name: 'ops' } }] },
  '/dns/v2/zones': { zones: [{ id: 'zone' }] },
  '/dns/v2/zones/zone/recordsets': {
    recordsets: [
      { id: 'a', type: 'A' },
      { id: 'txt', type: 'TXT' },
    ],
  },
});

async function found(
  answers: Readonly<Record<string, unknown>>,
  items = demoItems(),
): Promise<Readonly<Record<string, readonly string[]>>> {
  return FakeCloud.with({ answers }, async (cloud) => {
    const existing = await new CloudSearch(await cloud.connect(), items).existing();
    return Object.fromEntries(existing.map(({ resource, ids }) => [resource.name, ids]));
  });
}

describe('CloudSearch', () => {
  it('finds everything by name, by what it says, or by what it belongs to', async () => {
    const groups = 'mothership/demo/security-groups';
    const balancer = 'mothership/demo/load-balancer';

    assert.deepEqual(await found(FULL), {
      'homelab/key-pair-ops': ['ops'],
      'mothership/demo/network/network': ['net'],
      'mothership/demo/network/subnet': ['sub'],
      'mothership/demo/network/router': ['rtr'],
      'mothership/demo/network/router-interface': ['leg'],
      [`${groups}/control-plane`]: ['cp'],
      [`${groups}/workers`]: ['w'],
      [`${groups}/control-plane/egress`]: ['r1'],
      [`${groups}/control-plane/etcd-from-control-plane`]: ['r2'],
      [`${balancer}/load-balancer`]: ['lb'],
      [`${balancer}/listener`]: ['l'],
      [`${balancer}/pool`]: ['p'],
      [`${balancer}/monitor`]: ['m'],
      [`${balancer}/floating-ip`]: ['fip'],
      [`${balancer}/floating-ip-association`]: ['fip'],
      [`${balancer}/dns-record`]: ['zone/a'],
      'mothership/demo/server-group-control-plane': ['sg'],
    });
  });

  it('finds nothing in an empty cloud', async () => {
    assert.deepEqual(await found(emptyCloud()), {});
  });

  it('reports what could be several things, and nothing inside of it', async () => {
    const two = [
      { id: 'a', name: 'mothership-demo' },
      { id: 'b', name: 'mothership-demo' },
    ];

    const names = await found({ ...FULL, '/network/v2.0/networks': { networks: two } });

    assert.deepEqual(names['mothership/demo/network/network'], ['a', 'b']);
    assert.equal(names['mothership/demo/network/subnet'], undefined);
  });

  it('looks into the project alone, and reads each list once', () =>
    FakeCloud.with({ answers: FULL }, async (cloud) => {
      await new CloudSearch(await cloud.connect(), demoItems()).existing();

      const lists = cloud.requests.filter((one) => one.includes('security-groups'));
      assert.deepEqual(lists, ['GET /network/v2.0/security-groups?project_id=project-1']);
      assert.equal(new Set(cloud.requests).size, cloud.requests.length);
    }));

  it('does without the services that a cloud lacks', () =>
    FakeCloud.with(
      { answers: FULL, services: ['identity', 'compute', 'network', 'image'] },
      async (cloud) => {
        const existing = await new CloudSearch(await cloud.connect(), demoItems()).existing();

        assert.ok(existing.every(({ resource }) => !resource.name.includes('load-balancer')));
        assert.ok(existing.length > 0);
      },
    ));

  it('follows a router that is adopted', async () => {
    const lookup: PlanItem = {
      name: 'mothership/demo/adopted-router',
      component: 'mothership/demo',
      lookup: 'router',
      args: { name: 'shared' },
    };
    const items = demoItems()
      .filter((item) => item.name !== 'mothership/demo/network/router')
      .map((item) =>
        isResource(item) && item.kind === 'routerInterface'
          ? { ...item, args: { ...item.args, routerId: { from: lookup.name, attribute: 'id' } } }
          : item,
      );

    const names = await found(
      { ...FULL, '/network/v2.0/routers?name=shared': { routers: [{ id: 'adopted' }] } },
      [lookup, ...items],
    );

    assert.deepEqual(names['mothership/demo/network/router-interface'], ['leg']);
  });
});
