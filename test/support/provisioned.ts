import type { ProvisionedNetworkModel } from '../../lib/openstack/model/provisioned-network';
import { cloudModel, clusterModel } from './models';
import type { AssembledCluster } from './openstack-cluster';

/** Network `mothership-demo` that is made for the cluster `demo`. */
export function provisionedNetwork(
  overrides: Partial<ProvisionedNetworkModel> = {},
): ProvisionedNetworkModel {
  return {
    kind: 'provisioned',
    owner: 'mothership/demo',
    shared: false,
    name: 'mothership-demo',
    nodeCidr: '10.8.0.0/24',
    ipv6Mode: 'slaac',
    dnsNameservers: [],
    allocationPools: [],
    portSecurity: true,
    tags: [],
    ...overrides,
  };
}

/** Cluster `demo` whose network, groups and load balancer are provisioned, on a cloud with an external network. */
export function provisionedCluster(overrides: Partial<AssembledCluster> = {}): AssembledCluster {
  const name = overrides.name ?? 'demo';
  return clusterModel({
    cloud: cloudModel({
      externalNetwork: { kind: 'lookup', network: { filter: { name: 'public' } } },
    }),
    network: provisionedNetwork({ owner: `mothership/${name}`, name: `mothership-${name}` }),
    endpoint: { kind: 'loadBalancer', allowedCidrs: [], additionalPorts: [] },
    securityGroups: { kind: 'provisioned', allowAllInClusterTraffic: false, rules: [] },
    handOver: { floatingIP: '203.0.113.10' },
    ...overrides,
  });
}
