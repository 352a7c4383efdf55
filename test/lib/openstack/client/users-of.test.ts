import assert from 'node:assert/strict';
import { type UsedResource, UserSearch } from '../../../../lib/openstack/client/users-of';
import { emptyCloud } from '../../../support/cloud-contents';
import { FakeCloud } from '../../../support/fake-cloud';

const SERVER = { device_owner: 'compute:nova', device_id: 'server-1', name: 'demo-workers-x7k2p' };
const VIP = { device_owner: 'Octavia', device_id: 'lb-balancer-1', name: 'octavia-lb-balancer-1' };

describe('UserSearch', () => {
  it('finds servers, load balancers and ports on a network, but not what belongs to it or the stack', async () => {
    const ports = [
      { id: 'port-1', ...SERVER },
      { id: 'port-2', ...VIP },
      { id: 'port-3', device_owner: 'Octavia', device_id: 'lb-own', name: 'octavia-lb-own' },
      { id: 'port-4', device_owner: 'compute:nova', name: 'octavia-lb-vrrp-1', device_id: 'x' },
      { id: 'port-5', device_owner: 'network:dhcp', name: '', device_id: 'dhcp' },
      { id: 'port-6', device_owner: 'network:router_interface', name: '', device_id: 'router' },
      { id: 'own-port', device_owner: '', name: 'mothership-demo-api', device_id: '' },
      { id: 'port-7', device_owner: '', name: 'forgotten', device_id: '' },
    ];
    const users = await usersOf(
      { kind: 'network', id: 'network-1', inputs: {} },
      {
        '/network/v2.0/ports': { ports },
        '/load-balancer/v2.0/lbaas/loadbalancers': {
          loadbalancers: [{ id: 'balancer-1', name: 'kube_service_demo_web' }],
        },
      },
    );

    assert.deepEqual(users, [
      'load balancer kube_service_demo_web',
      'port forgotten',
      'server demo-workers-x7k2p',
    ]);
  });

  it('tells subnets of one network apart, and leaves to a router the machines alone', async () => {
    const at = (subnet: string) => ({ fixed_ips: [{ subnet_id: subnet }] });
    const ports = [
      { id: 'port-1', ...SERVER, ...at('subnet-1') },
      { id: 'port-2', ...VIP, ...at('subnet-1') },
      { id: 'port-3', ...SERVER, name: 'other', ...at('subnet-2') },
    ];
    const answers = {
      '/network/v2.0/ports': { ports },
      '/network/v2.0/subnets/subnet-1': { subnet: { id: 'subnet-1', network_id: 'network-1' } },
    };
    const inputs = { networkId: 'network-1', subnetId: 'subnet-1' };

    assert.deepEqual(await usersOf({ kind: 'subnet', id: 'subnet-1', inputs }, answers), [
      'load balancer balancer-1',
      'server demo-workers-x7k2p',
    ]);
    assert.deepEqual(await usersOf({ kind: 'routerInterface', id: 'port-9', inputs }, answers), [
      'server demo-workers-x7k2p',
    ]);
  });

  it('finds the machines in a security group', async () => {
    const ports = [
      { id: 'port-1', ...SERVER, security_groups: ['group-1'] },
      { id: 'port-2', ...SERVER, name: 'other', security_groups: ['group-2'] },
    ];
    const group = { kind: 'securityGroup', id: 'group-1', inputs: {} } as const;

    assert.deepEqual(await usersOf(group, { '/network/v2.0/ports': { ports } }), [
      'server demo-workers-x7k2p',
    ]);
  });

  it('finds the machines behind a load balancer, from all of its parts and its addresses', async () => {
    const answers = {
      '/load-balancer/v2.0/lbaas/pools': { pools: [{ id: 'pool-1', members: [{ id: 'm' }] }] },
      '/load-balancer/v2.0/lbaas/pools/pool-1/members': {
        members: [{ name: 'demo-control-plane-a' }, { name: '', address: '10.8.0.7' }],
      },
      '/network/v2.0/floatingips/address-1': { floatingip: { port_id: 'vip' } },
      '/network/v2.0/ports/vip': { port: { id: 'vip', ...VIP } },
    };
    const resources: readonly UsedResource[] = [
      { kind: 'loadBalancer', id: 'balancer-1', inputs: {} },
      { kind: 'listener', id: 'listener-1', inputs: { loadbalancerId: 'balancer-1' } },
      { kind: 'pool', id: 'pool-1', inputs: {} },
      { kind: 'monitor', id: 'monitor-1', inputs: { poolId: 'pool-1' } },
      { kind: 'floatingIP', id: 'address-1', inputs: {} },
      { kind: 'floatingIPAssociation', id: 'address-1', inputs: {} },
    ];

    for (const resource of resources) {
      const users = await usersOf(resource, answers);
      assert.deepEqual(users, ['server 10.8.0.7', 'server demo-control-plane-a'], resource.kind);
    }
  });

  it('finds the machines that may take a virtual address over', async () => {
    const pairs = [{ ip_address: '10.8.0.254/32' }];
    const port = {
      id: 'own-port',
      network_id: 'network-1',
      device_owner: '',
      fixed_ips: [{ ip_address: '10.8.0.254' }],
    };
    const answers = {
      '/network/v2.0/ports': {
        ports: [{ id: 'port-1', ...SERVER, allowed_address_pairs: pairs }, port],
      },
      '/network/v2.0/ports/own-port': { port },
      '/network/v2.0/floatingips/address-1': { floatingip: { port_id: 'own-port' } },
    };

    for (const [kind, id] of [
      ['port', 'own-port'],
      ['floatingIP', 'address-1'],
    ] as const) {
      assert.deepEqual(await usersOf({ kind, id, inputs: {} }, answers), [
        'server demo-workers-x7k2p',
      ]);
    }
  });

  it('finds nothing of what is gone, or led nowhere', async () => {
    const answers = { '/network/v2.0/floatingips/address-2': { floatingip: { port_id: null } } };
    const resources: readonly UsedResource[] = [
      { kind: 'network', id: 'gone', inputs: {} },
      { kind: 'subnet', id: 'gone', inputs: {} },
      { kind: 'routerInterface', id: 'gone', inputs: { subnetId: 'gone' } },
      { kind: 'port', id: 'gone', inputs: {} },
      { kind: 'floatingIP', id: 'gone', inputs: {} },
      { kind: 'floatingIP', id: 'address-2', inputs: {} },
      { kind: 'loadBalancer', id: 'gone', inputs: {} },
    ];

    for (const resource of resources) assert.deepEqual(await usersOf(resource, answers), []);
  });
});

function usersOf(
  resource: UsedResource,
  answers: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  return FakeCloud.with({ answers: emptyCloud(answers) }, async (cloud) => {
    const client = await cloud.connect();
    const own = ['own', 'own-port'];
    return new UserSearch(client, (id) => own.includes(id)).usersOf(resource);
  });
}
