import type { OpenStackNetwork } from '../../../../../lib/openstack/model/network';
import { poolModel } from '../../../../support/models';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

type Managed = Extract<OpenStackNetwork, { kind: 'managed' }>;

/** Examples of rules on networks of machines. */
export const NETWORK_CASES: readonly RuleCase[] = [
  {
    rule: 'node-range-family',
    broken: managed({ nodeCidr: 'fd00:8::/64' }),
    sound: adopted({ nodeCidr: 'fd00:8::/64' }),
    says: `mothership/demo: network.nodeCidr is "fd00:8::/64"
  allowed: an IPv4 range
  fix: write an IPv4 range, or adopt an IPv6 network with ClusterNetwork.fromName`,
  },
  {
    rule: 'node-range-second',
    broken: managed({ nodeCidrIPv6: 'fd00:8::/64' }),
    sound: adopted({ nodeCidr: '10.8.0.0/24', nodeCidrIPv6: 'fd00:8::/64' }),
    says: `mothership/demo: network.nodeCidrIPv6 is "fd00:8::/64"
  allowed: none on a managed network
  fix: write ClusterNetwork.provisioned({ … }), or leave it out`,
  },
  {
    rule: 'node-range-room',
    broken: { ...managed({ nodeCidr: '10.8.0.0/26' }), pools: [autoscaled(60)] },
    sound: { ...managed({ nodeCidr: '10.8.0.0/26' }), pools: [autoscaled(54)] },
    says: `mothership/demo: network.nodeCidr is "10.8.0.0/26"
  allowed: a range with at least 70 addresses, for 65 machines and reserved addresses
  fix: write a /25 range, or make pools smaller`,
  },
  {
    rule: 'allocation-pools',
    broken: managed({ allocationPools: [{ start: '10.8.0.200', end: '10.8.0.10' }] }),
    sound: managed({ allocationPools: [{ start: '10.8.0.10', end: '10.8.0.200' }] }),
    says: `mothership/demo: network.allocationPools is {"start":"10.8.0.200","end":"10.8.0.10"}
  allowed: start and end in 10.8.0.0/24, with the start first
  fix: write { start: "10.8.0.10", end: "10.8.0.200" }`,
  },
  {
    rule: 'allocation-pools',
    broken: managed({ allocationPools: [{ start: '10.8.0.10', end: '10.8.1.10' }] }),
    says: `mothership/demo: network.allocationPools is {"start":"10.8.0.10","end":"10.8.1.10"}
  allowed: start and end in 10.8.0.0/24, with the start first
  fix: write addresses in 10.8.0.0/24`,
  },
  {
    rule: 'dns-nameservers',
    broken: managed({ dnsNameservers: ['172.16.1.2/32'] }),
    sound: managed({ dnsNameservers: ['172.16.1.2', 'fd00::53'] }),
    says: `mothership/demo: network.dnsNameservers is "172.16.1.2/32"
  allowed: IP addresses
  fix: write "172.16.1.2"`,
  },
  {
    rule: 'dns-nameservers',
    broken: managed({ dnsNameservers: ['dns.example.org'] }),
    says: `mothership/demo: network.dnsNameservers is "dns.example.org"
  allowed: IP addresses
  fix: write the address of the server`,
  },
  {
    rule: 'service-domain',
    broken: cluster({ serviceDomain: 'Cluster.Local.' }),
    sound: cluster({ serviceDomain: 'k8s.example.org' }),
    says: `mothership/demo: network.serviceDomain is "Cluster.Local."
  allowed: a DNS domain of lower-case letters, digits, dashes and dots, without a trailing dot
  fix: write "cluster.local"`,
  },
  {
    rule: 'adopted-subnets',
    broken: adopted({ subnets: ['a', 'b', 'c'].map(named) }),
    sound: adopted({ subnets: ['a', 'b'].map(named) }),
    says: `mothership/demo: network.subnets is ["a","b","c"]
  allowed: one subnet, or one of each address family
  fix: keep "a", "b"`,
  },
  {
    rule: 'adopted-subnets',
    broken: adopted({ subnets: ['a', 'a'].map(named) }),
    says: `mothership/demo: network.subnets is ["a","a"]
  allowed: one subnet, or one of each address family
  fix: keep "a"`,
  },
  {
    rule: 'allocation-pools',
    broken: managed({ allocationPools: [{ start: '10.8.0.11', end: '10.8.0.10' }] }),
    sound: managed({ allocationPools: [{ start: '10.8.0.10', end: '10.8.0.10' }] }),
    says: `mothership/demo: network.allocationPools is {"start":"10.8.0.11","end":"10.8.0.10"}
  allowed: start and end in 10.8.0.0/24, with the start first
  fix: write { start: "10.8.0.10", end: "10.8.0.11" }`,
  },
];

function managed(props: Partial<Managed>) {
  return cluster({
    network: {
      kind: 'managed',
      nodeCidr: '10.8.0.0/24',
      dnsNameservers: [],
      allocationPools: [],
      ...props,
    },
  });
}

function adopted(props: Partial<Extract<OpenStackNetwork, { kind: 'adopted' }>>) {
  return cluster({
    network: { kind: 'adopted', network: named('tenant'), subnets: [], ...props },
  });
}

function named(name: string) {
  return { filter: { name } };
}

function autoscaled(maxSize: number) {
  return poolModel({ autoscale: { minSize: 0, maxSize } });
}
