import type { OpenStackEndpoint } from '../../../../../lib/openstack/model/endpoint';
import type { OpenStackNetwork } from '../../../../../lib/openstack/model/network';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { provisionedCluster, provisionedNetwork } from '../../../../support/provisioned';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

const BALANCER = { kind: 'loadBalancer', allowedCidrs: [], additionalPorts: [] } as const;
const MANAGED = { kind: 'managed', allowedCidrs: [], additionalPorts: [] } as const;
const POOLED = provisionedNetwork({
  allocationPools: [{ start: '10.8.0.10', end: '10.8.0.200' }],
});
const SHARED = provisionedNetwork({ shared: true, owner: 'homelab/floor' });

/** Examples of rules on addresses of endpoints. */
export const ENDPOINT_ADDRESS_CASES: readonly RuleCase[] = [
  {
    rule: 'endpoint-address',
    broken: provisionedCluster({ endpoint: virtual('10.9.0.5') }),
    sound: provisionedCluster({ endpoint: virtual('10.8.0.254') }),
    says: `mothership/demo: endpoint.address is "10.9.0.5"
  allowed: an IPv4 address in 10.8.0.0/24
  fix: write an address of the subnet outside the allocation pools`,
  },
  {
    rule: 'endpoint-address',
    broken: provisionedCluster({ network: SHARED, endpoint: virtual('') }),
    sound: provisionedCluster({ network: SHARED, endpoint: virtual('10.8.0.254') }),
    says: `mothership/demo: endpoint.address is missing
  allowed: an IPv4 address in 10.8.0.0/24
  fix: write an address of the subnet outside the allocation pools`,
  },
  {
    rule: 'endpoint-address',
    broken: provisionedCluster({
      network: POOLED,
      endpoint: { ...BALANCER, vipAddress: '10.8.0.200' },
    }),
    sound: provisionedCluster({
      network: POOLED,
      endpoint: { ...BALANCER, vipAddress: '10.8.0.201' },
    }),
    says: `mothership/demo: endpoint.vipAddress is "10.8.0.200"
  allowed: an IPv4 address in 10.8.0.0/24 outside the pool 10.8.0.10 to 10.8.0.200
  fix: write another address, or shorten the pool in network.allocationPools`,
  },
  {
    rule: 'endpoint-address-special',
    broken: provisionedCluster({ endpoint: virtual('10.8.0.255') }),
    sound: provisionedCluster({ endpoint: virtual('10.8.0.254') }),
    says: `mothership/demo: endpoint.address is "10.8.0.255"
  allowed: an address in 10.8.0.0/24 other than 10.8.0.0, 10.8.0.1, 10.8.0.255
  fix: write another address outside the allocation pools`,
  },
  {
    rule: 'endpoint-address-special',
    broken: managed('10.8.0.1'),
    sound: managed('10.8.0.2'),
    says: `mothership/demo: endpoint.vipAddress is "10.8.0.1"
  allowed: an address in 10.8.0.0/24 other than 10.8.0.0, 10.8.0.1, 10.8.0.255
  fix: write another address outside the allocation pools`,
  },
  {
    rule: 'endpoint-address-special',
    broken: onAdopted('10.8.0.0/24', '10.8.0.0'),
    sound: onAdopted('10.8.0.0/24', '10.8.0.1'),
    says: `mothership/demo: endpoint.address is "10.8.0.0"
  allowed: an address in 10.8.0.0/24 other than 10.8.0.0, 10.8.0.255
  fix: write another address outside the allocation pools`,
  },
  {
    rule: 'endpoint-address-special',
    broken: onAdopted('fd00:8::/64', 'fd00:8:0::'),
    sound: onAdopted('fd00:8::/64', 'fd00:8::1'),
    says: `mothership/demo: endpoint.address is "fd00:8:0::"
  allowed: an address in fd00:8::/64 other than fd00:8::
  fix: write another address outside the allocation pools`,
  },
];

function virtual(address: string): OpenStackEndpoint {
  return { kind: 'virtualIp', address, image: 'kube-vip:v1' };
}

function managed(vipAddress: string): AssembledCluster {
  return cluster({ endpoint: { ...MANAGED, vipAddress } });
}

function onAdopted(nodeCidr: string, address: string): AssembledCluster {
  const isSix = nodeCidr.includes(':');
  const network: OpenStackNetwork = {
    kind: 'adopted',
    network: { filter: { name: 'tenant' } },
    subnets: [{ filter: { name: 'nodes' } }],
    nodeCidr,
  };
  const ranges = { podCidrs: ['fd00:10::/56'], serviceCidrs: ['fd00:20::/112'] };
  const endpoint: OpenStackEndpoint = {
    kind: 'virtualIp',
    address,
    image: 'kube-vip:v1',
    floatingIP: { kind: 'none' },
  };
  return provisionedCluster({ network, endpoint, ...(isSix && ranges) });
}
