import assert from 'node:assert/strict';
import { Output, output } from '@pulumi/pulumi';
import {
  type FirewallRule,
  OpenStackLoadBalancer,
  OpenStackNetwork,
  OpenStackSecurityGroups,
} from '../../../../lib/openstack/pulumi/index';
import { type Registered, runMocked } from '../../../support/pulumi-mocks';

/** Child of a component, with its type in the package of OpenStack. */
function child(
  parent: string,
  type: string,
  inputs: Registered['inputs'],
  options: Registered['options'] = {},
): Registered {
  return { type: `openstack:${type}`, parent, inputs, options };
}

function component(type: string): Registered {
  return { type: `capi-fleet:index:${type}`, parent: undefined, inputs: {}, options: {} };
}

describe('OpenStackNetwork', () => {
  it('makes network, subnet, router and interface, and tells their identifiers', async () => {
    const { resources, calls, outputs } = await runMocked(() => {
      const floor = new OpenStackNetwork('floor', {
        nodeCidr: '10.8.0.0/24',
        externalNetworkId: output('public-id'),
        dnsNameservers: ['9.9.9.9'],
        allocationPools: [{ start: '10.8.0.10', end: '10.8.0.200' }],
        mtu: 1400,
        tags: ['fleet'],
      });
      const { networkId, subnetId, ipv6SubnetId, routerId } = floor;
      return { networkId, subnetId, ipv6SubnetId, routerId };
    });

    const subnet = {
      name: 'floor',
      networkId: 'floor/network-id',
      cidr: '10.8.0.0/24',
      ipVersion: 4,
      dnsNameservers: ['9.9.9.9'],
      allocationPools: [{ start: '10.8.0.10', end: '10.8.0.200' }],
      tags: ['fleet'],
    };
    assert.deepEqual(resources, {
      floor: component('OpenStackNetwork'),
      'floor/network': child('floor', 'networking/network:Network', {
        name: 'floor',
        mtu: 1400,
        portSecurityEnabled: true,
        adminStateUp: true,
        tags: ['fleet'],
      }),
      'floor/subnet': child('floor', 'networking/subnet:Subnet', subnet),
      'floor/router': child('floor', 'networking/router:Router', {
        name: 'floor',
        externalNetworkId: 'public-id',
        adminStateUp: true,
        tags: ['fleet'],
      }),
      'floor/router-interface': child(
        'floor',
        'networking/routerInterface:RouterInterface',
        { routerId: 'floor/router-id', subnetId: 'floor/subnet-id' },
        { deleteBeforeReplace: true },
      ),
    });
    assert.deepEqual(calls, []);
    assert.deepEqual(outputs, {
      networkId: 'floor/network-id',
      subnetId: 'floor/subnet-id',
      ipv6SubnetId: undefined,
      routerId: 'floor/router-id',
    });
  });

  it('attaches both families to a router that exists', async () => {
    const { resources, outputs } = await runMocked(() => {
      const floor = new OpenStackNetwork('floor', {
        name: 'ground',
        nodeCidr: '10.8.0.0/24',
        nodeCidrIPv6: 'fd00:8::/64',
        routerId: 'router-id',
      });
      return { ipv6: floor.ipv6SubnetId, router: floor.routerId };
    });

    const interfaces = Object.entries(resources).filter(([name]) => name.includes('interface'));
    assert.deepEqual(
      interfaces.map(([name, { inputs }]) => [name, inputs]),
      [
        ['floor/router-interface', { routerId: 'router-id', subnetId: 'floor/subnet-id' }],
        [
          'floor/router-interface-ipv6',
          { routerId: 'router-id', subnetId: 'floor/subnet-ipv6-id' },
        ],
      ],
    );
    assert.deepEqual(resources['floor/subnet-ipv6']?.inputs, {
      name: 'ground-ipv6',
      networkId: 'floor/network-id',
      cidr: 'fd00:8::/64',
      ipVersion: 6,
      ipv6AddressMode: 'slaac',
      ipv6RaMode: 'slaac',
    });
    assert.equal(Object.keys(resources).length, 6);
    assert.deepEqual(outputs, { ipv6: 'floor/subnet-ipv6-id', router: undefined });
  });
});

describe('OpenStackSecurityGroups', () => {
  it('makes two groups without the rules of Neutron, and each rule by itself', async () => {
    const ssh: FirewallRule = {
      group: 'workers',
      name: 'ssh',
      reason: 'administration',
      direction: 'ingress',
      etherType: 'IPv4',
      protocol: 'tcp',
      portRangeMin: 22,
      portRangeMax: 22,
      remote: { role: 'control-plane' },
    };
    const group = (name: string, description: string) =>
      child(
        'doors',
        'networking/secGroup:SecGroup',
        { name, description, deleteDefaultRules: true },
        { ignoreChanges: ['deleteDefaultRules'] },
      );
    const { resources, outputs } = await runMocked(() => {
      const groups = new OpenStackSecurityGroups('doors', { rules: [ssh] });
      return [groups.controlPlaneGroupId, groups.workersGroupId];
    });

    assert.deepEqual(resources, {
      doors: component('OpenStackSecurityGroups'),
      'doors/control-plane': group('doors-control-plane', 'Control plane'),
      'doors/workers': group('doors-workers', 'Workers'),
      'doors/workers/ssh': child(
        'doors',
        'networking/secGroupRule:SecGroupRule',
        {
          securityGroupId: 'doors/workers-id',
          remoteGroupId: 'doors/control-plane-id',
          description: 'administration',
          direction: 'ingress',
          ethertype: 'IPv4',
          protocol: 'tcp',
          portRangeMin: 22,
          portRangeMax: 22,
        },
        { deleteBeforeReplace: true },
      ),
    });
    assert.deepEqual(outputs, ['doors/control-plane-id', 'doors/workers-id']);
  });
});

describe('OpenStackLoadBalancer', () => {
  it('makes what the provider adopts, and gives it a floating address', async () => {
    const { resources, outputs } = await runMocked(() => {
      const { loadBalancerId, vipAddress, floatingIP } = new OpenStackLoadBalancer('api', {
        loadBalancerName: 'k8s-clusterapi-cluster-prod-prod-kubeapi',
        subnetId: 'subnet-id',
        allowedCidrs: ['192.0.2.0/24'],
        floatingIPPool: 'public',
      });
      return { loadBalancerId, vipAddress, floatingIP };
    });

    const name = 'k8s-clusterapi-cluster-prod-prod-kubeapi-6443';
    assert.deepEqual(resources, {
      api: component('OpenStackLoadBalancer'),
      'api/load-balancer': child('api', 'loadbalancer/loadBalancer:LoadBalancer', {
        name: 'k8s-clusterapi-cluster-prod-prod-kubeapi',
        description: 'Kubernetes API server',
        vipSubnetId: 'subnet-id',
      }),
      'api/listener': child(
        'api',
        'loadbalancer/listener:Listener',
        {
          name,
          loadbalancerId: 'api/load-balancer-id',
          protocol: 'TCP',
          protocolPort: 6443,
          allowedCidrs: ['192.0.2.0/24'],
        },
        { deleteBeforeReplace: true, ignoreChanges: ['allowedCidrs'] },
      ),
      'api/pool': child('api', 'loadbalancer/pool:Pool', {
        name,
        listenerId: 'api/listener-id',
        protocol: 'TCP',
        lbMethod: 'ROUND_ROBIN',
      }),
      'api/monitor': child(
        'api',
        'loadbalancer/monitor:Monitor',
        {
          name,
          poolId: 'api/pool-id',
          type: 'TCP',
          delay: 10,
          timeout: 5,
          maxRetries: 5,
          maxRetriesDown: 3,
        },
        { deleteBeforeReplace: true },
      ),
      'api/floating-ip': child('api', 'networking/floatingIp:FloatingIp', {
        pool: 'public',
        description: 'Kubernetes API server, api',
      }),
      'api/floating-ip-association': child(
        'api',
        'networking/floatingIpAssociate:FloatingIpAssociate',
        { floatingIp: '203.0.113.10', portId: 'api/load-balancer-port' },
      ),
    });
    assert.deepEqual(outputs, {
      loadBalancerId: 'api/load-balancer-id',
      vipAddress: '10.8.0.9',
      floatingIP: '203.0.113.10',
    });
  });

  it('has listener, pool and monitor for each port, and an address only where one is wanted', async () => {
    const { resources, outputs } = await runMocked(
      () =>
        new OpenStackLoadBalancer('api', {
          loadBalancerName: 'api',
          subnetId: 'subnet-id',
          ports: [6443, 9345],
          provider: 'ovn',
        }).floatingIP,
    );

    assert.deepEqual(Object.keys(resources), [
      'api',
      'api/load-balancer',
      'api/listener',
      'api/pool',
      'api/monitor',
      'api/listener-9345',
      'api/pool-9345',
      'api/monitor-9345',
    ]);
    assert.equal(resources['api/pool-9345']?.inputs.lbMethod, 'SOURCE_IP_PORT');
    assert.equal(resources['api/monitor-9345']?.inputs.name, 'api-9345');
    assert.equal(outputs, undefined);
  });

  it('points an address that exists to itself', async () => {
    const { resources, outputs } = await runMocked(() => {
      const api = new OpenStackLoadBalancer('api', {
        loadBalancerName: 'api',
        subnetId: 'subnet-id',
        floatingIP: '198.51.100.7',
      });
      return { address: api.floatingIP, isOutput: Output.isInstance(api.floatingIP) };
    });

    assert.equal('api/floating-ip' in resources, false);
    assert.deepEqual(resources['api/floating-ip-association']?.inputs, {
      floatingIp: '198.51.100.7',
      portId: 'api/load-balancer-port',
    });
    assert.deepEqual(outputs, { address: '198.51.100.7', isOutput: false });
  });

  it('is shown whole in a preview of an empty cloud', async () => {
    const { resources } = await runMocked(
      () => {
        new OpenStackLoadBalancer('api', { loadBalancerName: 'api', subnetId: 'subnet-id' });
      },
      { preview: true },
    );

    assert.deepEqual(Object.keys(resources), [
      'api',
      'api/load-balancer',
      'api/listener',
      'api/pool',
      'api/monitor',
    ]);
  });
});
