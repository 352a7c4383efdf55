import { type Cidr, cidrContains, cidrsOverlap, tryParseCidr } from '../../base/cidr';
import type { Finding } from '../../base/errors';
import { leaveOut, nameIt, suchAs, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { refuseSubnetRanges } from '../../cluster/rules/subnet-ranges';
import type { AzureCluster } from '../model/cluster';
import type { AzureManagedSubnet, AzureNetworkModel, AzureSubnet } from '../model/network';
import { groupFinding, nameFinding } from './names';

const WEBHOOK = 'CAPZ@v1.26.0:internal/webhooks/azurecluster_validation.go';
const SUBNETS = 'MicrosoftDocs/azure-docs@main:articles/virtual-network/virtual-networks-faq.md';
const SHORTEST_PREFIX = 8;
const LONGEST_PREFIX = 28;
const LONGEST_SUBNET = 29;
const LEAST_MTU = 576;
const MOST_MTU = 9_000;
const SERVICE = /^Microsoft\.[a-zA-Z]{1,42}[a-zA-Z0-9]{0,42}$/;
const RANGE_WORDS = `an IPv4 range from a /${LONGEST_PREFIX} to a /${SHORTEST_PREFIX}`;

/** Rules for the networks of clusters. */
export const AZURE_NETWORK_RULES: readonly Rule<AzureCluster>[] = [
  {
    id: 'azure-vnet-range',
    reason: 'Azure has no networks with other prefix lengths whose halves have room for machines.',
    source: SUBNETS,
    check({ path, network }, refuse) {
      const range = tryParseCidr(network.nodeCidr);
      if (range === undefined || isNetworkRange(range)) return;
      refuse(
        { path, prop: 'network.nodeCidr' },
        { given: network.nodeCidr, allowed: RANGE_WORDS, fix: suchAs('10.8.0.0/16') },
      );
    },
  },
  {
    id: 'azure-vnet-name',
    reason: 'Azure rejects other names for networks, resource groups and gateways.',
    source: WEBHOOK,
    check({ path, network }, refuse) {
      const add = (prop: string, finding: Finding | undefined): void => {
        if (finding !== undefined) refuse({ path, prop: `network.${prop}` }, finding);
      };
      if (network.name !== undefined) add('name', nameFinding(network.name, 'nodes'));
      if (network.kind === 'adopted') {
        add('resourceGroup', groupFinding(network.resourceGroup));
        network.subnets.forEach(({ securityGroup, routeTable }, index) => {
          const given = Object.entries({ securityGroup, routeTable });
          for (const [prop, name] of given) {
            if (name !== undefined) add(`subnets[${index}].${prop}`, nameFinding(name, 'nodes'));
          }
        });
      }
      managedSubnets(network).forEach(({ natGateway }, index) => {
        const { name, publicIpName } = natGateway ?? {};
        const at = `subnets[${index}].natGateway`;
        if (name !== undefined) add(`${at}.name`, nameFinding(name, 'gateway'));
        if (publicIpName !== undefined) {
          add(`${at}.publicIpName`, nameFinding(publicIpName, 'gateway-ip'));
        }
      });
    },
  },
  {
    id: 'azure-control-plane-gateway',
    reason:
      'The provider creates NAT gateways only for workers; a control plane uses load balancers.',
    source: 'CAPZ@v1.26.0:azure/scope/cluster.go',
    check({ path, network }, refuse) {
      managedSubnets(network).forEach(({ role, natGateway }, index) => {
        if (role !== 'control-plane' || natGateway === undefined) return;
        refuse(
          { path, prop: `network.subnets[${index}].natGateway` },
          {
            given: natGateway.name,
            allowed: 'none; this is a control plane subnet',
            fix: leaveOut({ or: 'use outbound of AzureEndpoint.internal() instead' }),
          },
        );
      });
    },
  },
  {
    id: 'azure-network-mtu',
    reason:
      'Hosts must accept packets of at least 576 bytes, and Azure networks carry packets of at most 9000 bytes.',
    source: 'tigera/docs@main:calico/networking/configuring/mtu.mdx',
    check({ path, network: { mtu } }, refuse) {
      if (mtu === undefined || isWholeNumber(mtu, LEAST_MTU, MOST_MTU)) return;
      refuse(
        { path, prop: 'network.mtu' },
        {
          given: mtu,
          allowed: `an integer from ${LEAST_MTU} to ${MOST_MTU} bytes`,
          fix: leaveOut({ ends: ' so that each node detects it' }),
        },
      );
    },
  },
  {
    id: 'azure-subnet-roles',
    reason:
      'The webhook requires a subnet for the control plane and one for workers, or one for both.',
    source: WEBHOOK,
    check({ path, network }, refuse) {
      if (!isReadable(network)) return;
      const roles = network.subnets.map(({ role }) => role);
      const count = (role: AzureSubnet['role']) => roles.filter((one) => one === role).length;
      const isApart = count('control-plane') === 1 && count('node') > 0 && count('cluster') === 0;
      if (isApart || (count('cluster') === 1 && roles.length === 1)) return;
      refuse(
        { path, prop: 'network.subnets' },
        {
          given: roles,
          allowed: 'one "control-plane" and at least one "node", or a single "cluster"',
          fix: 'give the subnets these roles',
        },
      );
    },
  },
  {
    id: 'azure-subnet-name',
    reason: 'Azure identifies a subnet by its name, which must be unique in the network.',
    source: WEBHOOK,
    check({ path, network: { subnets } }, refuse) {
      const names = subnets.map(({ name }) => name);
      names.forEach((name, index) => {
        const place = { path, prop: `network.subnets[${index}].name` };
        const finding = nameFinding(name, `nodes-${index + 1}`);
        if (finding !== undefined) {
          refuse(place, finding);
          return;
        }
        if (names.indexOf(name) === index) return;
        refuse(place, {
          given: name,
          allowed: 'a name that no other subnet has',
          fix: nameIt(`${name}-${index + 1}`),
        });
      });
    },
  },
  {
    id: 'azure-subnet-range',
    reason:
      'A subnet cannot be created outside the range of its network or in the range of another subnet.',
    source: WEBHOOK,
    check({ path, network }, refuse) {
      const range = tryParseCidr(network.nodeCidr);
      if (range === undefined || !isNetworkRange(range)) return;
      const isSubnet = (cidr: Cidr) => isPart(cidr, range);
      const divided = { whole: range, longest: LONGEST_SUBNET, isPart: isSubnet };
      refuseSubnetRanges(path, network.subnets, divided, refuse);
    },
  },
  {
    id: 'azure-service-endpoints',
    reason: 'The webhook accepts only names of Azure services, each once per subnet.',
    source: WEBHOOK,
    check({ path, network }, refuse) {
      managedSubnets(network).forEach(({ serviceEndpoints = [] }, index) => {
        const right = [...new Set(serviceEndpoints)].filter((one) => SERVICE.test(one));
        if (right.length === serviceEndpoints.length) return;
        refuse(
          { path, prop: `network.subnets[${index}].serviceEndpoints` },
          {
            given: serviceEndpoints,
            allowed: 'services such as "Microsoft.Storage", without duplicates',
            fix: right.length === 0 ? leaveOut() : write(right),
          },
        );
      });
    },
  },
  {
    id: 'azure-peerings',
    reason: 'A network can have only one peering with another network.',
    source: WEBHOOK,
    check({ path, network, resourceGroup, name: cluster }, refuse) {
      if (network.kind !== 'managed') return;
      const own = resourceGroup ?? cluster;
      const keys = network.peerings.map((one) => `${one.resourceGroup ?? own}/${one.vnetName}`);
      network.peerings.forEach(({ vnetName, resourceGroup: group }, index) => {
        const place = `network.peerings[${index}]`;
        const finding = nameFinding(vnetName, 'management');
        if (finding !== undefined) refuse({ path, prop: `${place}.vnetName` }, finding);
        const wrong = group === undefined ? undefined : groupFinding(group);
        if (wrong !== undefined) refuse({ path, prop: `${place}.resourceGroup` }, wrong);
        if (keys.indexOf(keys[index] ?? '') === index) return;
        refuse(
          { path, prop: place },
          { given: vnetName, allowed: 'each network once', fix: 'leave one of the two out' },
        );
      });
    },
  },
];

/** Returns whether a range is valid for an Azure network. */
export function isNetworkRange({ family, prefix }: Cidr): boolean {
  return family === 4 && prefix >= SHORTEST_PREFIX && prefix <= LONGEST_PREFIX;
}

/** Returns whether a range is a valid subnet of another one. */
export function isPart(part: Cidr, whole: Cidr): boolean {
  return (
    part.family === 4 &&
    part.prefix >= whole.prefix &&
    part.prefix <= LONGEST_SUBNET &&
    cidrContains(whole, part.network)
  );
}

/** Returns whether a range overlaps others. */
export function overlaps(cidr: Cidr, others: readonly Cidr[]): boolean {
  return others.some((other) => cidrsOverlap(other, cidr));
}

/** Returns the subnets that the provider creates. */
export function managedSubnets(network: AzureNetworkModel): readonly AzureManagedSubnet[] {
  return network.kind === 'managed' ? network.subnets : [];
}

/** Returns whether a network has subnets: set ones, or ones derived from its range. */
function isReadable(network: AzureNetworkModel): boolean {
  const range = tryParseCidr(network.nodeCidr);
  return network.subnets.length > 0 || (range !== undefined && isNetworkRange(range));
}
