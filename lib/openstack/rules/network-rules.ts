import { cidrContains, compareAddresses, isAddress, tryParseCidr } from '../../base/cidr';
import { write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber, quotedList } from '../../base/words';
import { largestSize } from '../../cluster/model/node-pool';
import { hostOf } from '../../cluster/rules/hosts';
import { isObjectName } from '../../cluster/rules/names';
import type { OpenStackCluster } from '../model/cluster';
import { describeLookup, type Lookup } from '../model/lookup';

const MOST_SUBNETS = 2;
/** Addresses of the network, broadcast, router, DHCP server and load balancer. */
const RESERVED_ADDRESSES = 5;
const CLUSTER_TYPES = 'CAPO@v0.14.7:api/v1beta1/openstackcluster_types.go';
const SUBNET_CHECKS = 'CAPO@v0.14.7:controllers/openstackcluster_controller.go';

/** Prefix length of the largest private range. */
const SHORTEST_PREFIX = 8;

/** Rules on networks that Cluster API or `pulumi up` creates. */
export const OWN_NETWORK_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'node-range-family',
    reason: 'The first subnet of a network that is created for machines is an IPv4 subnet.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/network.go',
    check({ path, network }, refuse) {
      if (network.kind === 'adopted' || tryParseCidr(network.nodeCidr)?.family !== 6) return;
      refuse(
        { path, prop: 'network.nodeCidr' },
        {
          given: network.nodeCidr,
          allowed: 'an IPv4 range',
          fix: 'write an IPv4 range, or adopt an IPv6 network with ClusterNetwork.fromName',
        },
      );
    },
  },
  {
    id: 'node-range-second',
    reason:
      'A network that Cluster API creates has one subnet, so the second range would be dropped.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/network.go',
    check({ path, network }, refuse) {
      if (network.kind !== 'managed' || network.nodeCidrIPv6 === undefined) return;
      refuse(
        { path, prop: 'network.nodeCidrIPv6' },
        {
          given: network.nodeCidrIPv6,
          allowed: 'none on a managed network',
          fix: 'write ClusterNetwork.provisioned({ … }), or leave it out',
        },
      );
    },
  },
  {
    id: 'node-range-room',
    reason: 'Machines cannot be created if the subnet has no addresses left.',
    source: CLUSTER_TYPES,
    check(cluster, refuse) {
      const { path, network } = cluster;
      const cidr = network.kind === 'adopted' ? undefined : tryParseCidr(network.nodeCidr);
      if (cidr?.family !== 4) return;
      const needed = mostMachines(cluster) + RESERVED_ADDRESSES;
      if (!Number.isFinite(needed) || 2 ** (32 - cidr.prefix) >= needed) return;
      const prefix = 32 - Math.ceil(Math.log2(needed));
      refuse(
        { path, prop: 'network.nodeCidr' },
        {
          given: cidr.text,
          allowed: `a range with at least ${needed} addresses, for ${needed - RESERVED_ADDRESSES} machines and reserved addresses`,
          fix:
            prefix < SHORTEST_PREFIX
              ? 'make pools smaller'
              : `write a /${prefix} range, or make pools smaller`,
        },
      );
    },
  },
  {
    id: 'allocation-pools',
    reason: 'Neutron rejects pools that are outside the subnet, or that end before they start.',
    source: 'openstack/neutron@master:neutron/ipam/utils.py',
    check({ path, network }, refuse) {
      if (network.kind === 'adopted' || network.allocationPools.length === 0) return;
      const cidr = tryParseCidr(network.nodeCidr);
      if (cidr === undefined) return;
      for (const { start, end } of network.allocationPools) {
        const isInside = cidrContains(cidr, start) && cidrContains(cidr, end);
        if (isInside && compareAddresses(start, end) <= 0) continue;
        refuse(
          { path, prop: 'network.allocationPools' },
          {
            given: { start, end },
            allowed: `start and end in ${network.nodeCidr}, with the start first`,
            fix: isInside
              ? write({ start: end, end: start })
              : `write addresses in ${network.nodeCidr}`,
          },
        );
      }
    },
  },
  {
    id: 'dns-nameservers',
    reason: 'The name of a DNS server would have to be resolved by a DNS server.',
    source: CLUSTER_TYPES,
    check({ path, network }, refuse) {
      if (network.kind === 'adopted') return;
      for (const server of network.dnsNameservers) {
        if (isAddress(server)) continue;
        const address = hostOf(server.replace(/\/\d+$/, ''));
        const isPlain = address !== undefined && isAddress(address);
        refuse(
          { path, prop: 'network.dnsNameservers' },
          {
            given: server,
            allowed: 'IP addresses',
            fix: isPlain ? write(address) : 'write the address of the server',
          },
        );
      }
    },
  },
];

/** Rules on the service domain. */
export const CLUSTER_DOMAIN_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'service-domain',
    reason: 'The domain is part of the DNS names of Services, so it must be valid.',
    source: 'kubernetes/kubernetes@master:cmd/kubeadm/app/apis/kubeadm/validation/validation.go',
    check({ path, serviceDomain }, refuse) {
      if (isObjectName(serviceDomain)) return;
      const host = hostOf(serviceDomain) ?? '';
      const better = isObjectName(host) ? host : 'cluster.local';
      refuse(
        { path, prop: 'network.serviceDomain' },
        {
          given: serviceDomain,
          allowed:
            'a DNS domain of lower-case letters, digits, dashes and dots, without a trailing dot',
          fix: write(better),
        },
      );
    },
  },
];

/** Rules on adopted networks. */
export const ADOPTED_NETWORK_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'adopted-subnets',
    reason: 'A cluster can use at most two subnets, one of each address family.',
    source: SUBNET_CHECKS,
    check({ path, network }, refuse) {
      if (network.kind !== 'adopted' || network.subnets.length === 0) return;
      const given = network.subnets.map(lookupName);
      const kept = [...new Set(given)].slice(0, MOST_SUBNETS);
      if (given.length === kept.length) return;
      refuse(
        { path, prop: 'network.subnets' },
        {
          given,
          allowed: 'one subnet, or one of each address family',
          fix: `keep ${quotedList(kept)}`,
        },
      );
    },
  },
];

/** Returns the number of machines while each group rolls out, or NaN if a size is not a valid number. */
function mostMachines({ controlPlane, pools }: OpenStackCluster): number {
  const sizes = [controlPlane.replicas, ...pools.map(largestSize)];
  if (!sizes.every((size) => isWholeNumber(size, 0))) return Number.NaN;
  return sizes.reduce((sum, size) => sum + size + 1, 0);
}

function lookupName(lookup: Lookup): string {
  if ('id' in lookup) return lookup.id;
  return lookup.filter.name ?? describeLookup(lookup);
}
