import type { OpenStackEndpoint } from '../../../../../lib/openstack/model/endpoint';
import type { ProvisionedNetworkModel } from '../../../../../lib/openstack/model/provisioned-network';
import { cloudModel } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { provisionedCluster, provisionedNetwork } from '../../../../support/provisioned';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

const BALANCER = { kind: 'loadBalancer', allowedCidrs: [], additionalPorts: [] } as const;
const INSIDE = { floatingIP: { kind: 'none' } } as const;
const POOLS = [{ start: '10.8.0.10', end: '10.8.0.200' }];
const VIRTUAL = { kind: 'virtualIp', address: '10.8.0.254', image: 'kube-vip:v1' } as const;

/** Examples of rules on what is provisioned. */
export const PROVISIONING_CASES: readonly RuleCase[] = [
  {
    rule: 'provisioned-endpoint-network',
    broken: provisionedCluster({ network: cluster().network }),
    sound: provisionedCluster(),
    says: `mothership/demo: network is "managed"
  allowed: a provisioned or adopted network with ApiEndpoint.loadBalancer
  fix: write ClusterNetwork.provisioned({ … }), or ApiEndpoint.managed() for the endpoint`,
  },
  {
    rule: 'provisioned-endpoint-network',
    broken: provisionedCluster({
      network: { kind: 'adopted', network: { filter: { name: 'lan' } }, subnets: [] },
    }),
    says: `mothership/demo: network.subnets is []
  allowed: a list that starts with the subnet of the endpoint
  fix: write subnets: [NetworkLookup.fromName('…')] with the name of the subnet`,
  },
  {
    rule: 'endpoint-address',
    broken: onDual('fd00:9::10'),
    sound: onDual('fd00:8::10'),
    says: `mothership/demo: endpoint.address is "fd00:9::10"
  allowed: an address in 10.8.0.0/24 or fd00:8::/64
  fix: write an address of the subnet outside the allocation pools`,
  },
  {
    rule: 'endpoint-address',
    broken: onDual('10.9.0.10'),
    sound: onDual('10.8.0.10'),
    says: `mothership/demo: endpoint.address is "10.9.0.10"
  allowed: an address in 10.8.0.0/24 or fd00:8::/64
  fix: write an address of the subnet outside the allocation pools`,
  },
  {
    rule: 'endpoint-address',
    broken: withEndpoint(
      { ...VIRTUAL, address: 'fd00:8::10', ...INSIDE },
      { nodeCidrIPv6: 'fd00:8::/64' },
    ),
    says: `mothership/demo: endpoint.address is "fd00:8::10"
  allowed: an IPv4 address in 10.8.0.0/24
  fix: write an address of the subnet outside the allocation pools`,
  },
  {
    rule: 'second-node-range',
    broken: withEndpoint(BALANCER, { nodeCidrIPv6: 'fd00:8::/48' }),
    sound: withEndpoint(BALANCER, { nodeCidrIPv6: 'fd00:8::/64' }),
    says: `mothership/demo: network.nodeCidrIPv6 is "fd00:8::/48"
  allowed: an IPv6 range with a prefix length of 64
  fix: write "fd00:8::/64"`,
  },
  {
    rule: 'second-node-range',
    broken: withEndpoint(BALANCER, { nodeCidrIPv6: '10.9.0.0/24' }),
    says: `mothership/demo: network.nodeCidrIPv6 is "10.9.0.0/24"
  allowed: an IPv6 range with a prefix length of 64
  fix: write an IPv6 range, such as "fd00:8::/64"`,
  },
  {
    rule: 'provisioned-name',
    broken: withEndpoint(BALANCER, { name: 'k8s-clusterapi-cluster-demo-demo' }),
    sound: withEndpoint(BALANCER, { name: 'clusterapi-demo' }),
    says: `mothership/demo: network.name is "k8s-clusterapi-cluster-demo-demo"
  allowed: a name that does not start with k8s-clusterapi-cluster-
  fix: leave it out to use a derived name (cluster mothership/demo)`,
  },
  {
    rule: 'shared-network-cloud',
    broken: withEndpoint(BALANCER, { shared: true, owner: 'elsewhere/floor' }),
    sound: withEndpoint(BALANCER, { shared: true, owner: 'homelab/floor' }),
    says: `mothership/demo: network is "elsewhere/floor"
  allowed: a network of homelab, the cloud of the cluster
  fix: create a SharedNetwork in homelab, or use the other cloud`,
  },
  {
    rule: 'endpoint-dns-name',
    broken: withEndpoint({ ...BALANCER, dnsName: 'demo.k8s.example.org' }),
    sound: inZone('demo.k8s.example.org'),
    says: `mothership/demo: endpoint.dnsName is "demo.k8s.example.org"
  allowed: none; the cloud has no dnsZone
  fix: set dnsZone on the OpenStackCloud, or leave dnsName out`,
  },
  {
    rule: 'endpoint-dns-name',
    broken: inZone('demo.example.com'),
    says: `mothership/demo: endpoint.dnsName is "demo.example.com"
  allowed: a DNS name that ends in .k8s.example.org
  fix: write "api.k8s.example.org"`,
  },
  {
    rule: 'hand-over',
    broken: provisionedCluster({ handOver: {} }),
    sound: provisionedCluster({
      handOver: {},
      endpoint: { ...BALANCER, floatingIP: { kind: 'none' } },
    }),
    says: `mothership/demo: endpoint.floatingIP is missing
  allowed: an address that \`pulumi up\` has allocated and written to the hand-over file
  fix: run capi-fleet up --cluster demo, or pulumi up in the stack of the cluster, and commit the file that it writes`,
  },
  {
    rule: 'cloud-name-unique',
    broken: [managedBy('a', 'b-c'), managedBy('a-b', 'c')],
    sound: [managedBy('a', 'b-c'), managedBy('a-b', 'd')],
    says: `a-b/c: name is "c"
  allowed: a name that does not result in "a-b-c", which a/b-c uses
  fix: name it "c-2"`,
  },
  {
    rule: 'second-node-range',
    broken: withEndpoint(BALANCER, { nodeCidrIPv6: 'fd00:8::/63', ipv6Mode: 'dhcpv6-stateful' }),
    sound: withEndpoint(BALANCER, { nodeCidrIPv6: 'fd00:8::/64', ipv6Mode: 'dhcpv6-stateful' }),
    says: `mothership/demo: network.nodeCidrIPv6 is "fd00:8::/63"
  allowed: an IPv6 range with a prefix length of 64 or more
  fix: write "fd00:8::/64"`,
  },
  {
    rule: 'endpoint-address',
    broken: withEndpoint({ ...BALANCER, vipAddress: '10.8.0.10' }, { allocationPools: POOLS }),
    sound: withEndpoint({ ...BALANCER, vipAddress: '10.8.0.9' }, { allocationPools: POOLS }),
    says: `mothership/demo: endpoint.vipAddress is "10.8.0.10"
  allowed: an IPv4 address in 10.8.0.0/24 outside the pool 10.8.0.10 to 10.8.0.200
  fix: write another address, or shorten the pool in network.allocationPools`,
  },
  {
    rule: 'endpoint-address',
    broken: withEndpoint({ ...BALANCER, vipAddress: '10.8.0.200' }, { allocationPools: POOLS }),
    sound: withEndpoint({ ...BALANCER, vipAddress: '10.8.0.201' }, { allocationPools: POOLS }),
    says: `mothership/demo: endpoint.vipAddress is "10.8.0.200"
  allowed: an IPv4 address in 10.8.0.0/24 outside the pool 10.8.0.10 to 10.8.0.200
  fix: write another address, or shorten the pool in network.allocationPools`,
  },
  {
    rule: 'endpoint-address',
    broken: cluster({ endpoint: { ...BALANCER, vipAddress: '10.9.0.5' } }),
    says: `mothership/demo: network is "managed"
  allowed: a provisioned or adopted network with ApiEndpoint.loadBalancer
  fix: write ClusterNetwork.provisioned({ … }), or ApiEndpoint.managed() for the endpoint
mothership/demo: endpoint.vipAddress is "10.9.0.5"
  allowed: an IPv4 address in 10.8.0.0/24
  fix: write an address of the subnet outside the allocation pools`,
  },
];

function withEndpoint(
  endpoint: OpenStackEndpoint,
  network: Partial<ProvisionedNetworkModel> = {},
): AssembledCluster {
  return provisionedCluster({ endpoint, network: provisionedNetwork(network) });
}

function inZone(dnsName: string): AssembledCluster {
  return provisionedCluster({
    endpoint: { ...BALANCER, dnsName },
    cloud: cloudModel({ dnsZone: 'k8s.example.org.' }),
  });
}

function managedBy(managementCluster: string, name: string): AssembledCluster {
  return cluster({ managementCluster, name, path: `${managementCluster}/${name}` });
}

/** Virtual IP on a network that is adopted and has both families. */
function onDual(address: string): AssembledCluster {
  return provisionedCluster({
    network: {
      kind: 'adopted',
      network: { filter: { name: 'lan' } },
      subnets: [{ filter: { name: 'v6' } }, { filter: { name: 'v4' } }],
      nodeCidr: '10.8.0.0/24',
      nodeCidrIPv6: 'fd00:8::/64',
    },
    endpoint: { ...VIRTUAL, address, ...INSIDE },
  });
}
