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

/** Rules on the networks of clusters. */
export const AZURE_NETWORK_RULES: readonly Rule<AzureCluster>[] = [
  {
    id: 'azure-vnet-range',
    reason: 'Azure makes no networks of other lengths, in whose halves there is room for machines.',
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
    reason: 'Azure takes no other names for networks, resource groups and gateways.',
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
    reason: 'The provider makes gateways for workers alone: a control plane has load balancers.',
    source: 'CAPZ@v1.26.0:azure/scope/cluster.go',
    check({ path, network }, refuse) {
      managedSubnets(network).forEach(({ role, natGateway }, index) => {
        if (role !== 'control-plane' || natGateway === undefined) return;
        refuse(
          { path, prop: `network.subnets[${index}].natGateway` },
          {
            given: natGateway.name,
            allowed: 'none on the subnet of a control plane',
            fix: leaveOut({ or: 'write outbound of AzureEndpoint.internal instead' }),
          },
        );
      });
    },
  },
  {
    id: 'azure-network-mtu',
    reason:
      'Hosts take packets of 576 bytes at least, and no network of Azure carries any of more than 9000.',
    source: 'tigera/docs@main:calico/networking/configuring/mtu.mdx',
    check({ path, network: { mtu } }, refuse) {
      if (mtu === undefined || isWholeNumber(mtu, LEAST_MTU, MOST_MTU)) return;
      refuse(
        { path, prop: 'network.mtu' },
        {
          given: mtu,
          allowed: `an integer from ${LEAST_MTU} to ${MOST_MTU} bytes`,
          fix: leaveOut({ ends: ' so that each node finds it out' }),
        },
      );
    },
  },
  {
    id: 'azure-subnet-roles',
    reason:
      'The webhook wants a subnet for the control plane and one for workers, or one for both.',
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
          allowed: 'one "control-plane" and one or more of "node", or one "cluster" alone',
          fix: 'give the subnets these roles',
        },
      );
    },
  },
  {
    id: 'azure-subnet-name',
    reason: 'A subnet is known by its name, which no other of the network has.',
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
    reason: 'A subnet is a part of the range of its network that no other subnet has.',
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
    reason: 'The webhook takes names of services of Azure, each once in a subnet.',
    source: WEBHOOK,
    check({ path, network }, refuse) {
      managedSubnets(network).forEach(({ serviceEndpoints = [] }, index) => {
        const right = [...new Set(serviceEndpoints)].filter((one) => SERVICE.test(one));
        if (right.length === serviceEndpoints.length) return;
        refuse(
          { path, prop: `network.subnets[${index}].serviceEndpoints` },
          {
            given: serviceEndpoints,
            allowed: 'services such as "Microsoft.Storage", each once',
            fix: right.length === 0 ? leaveOut() : write(right),
          },
        );
      });
    },
  },
  {
    id: 'azure-peerings',
    reason: 'A network is connected to another one once.',
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

/** Tells whether a range is one that a network of Azure has. */
export function isNetworkRange({ family, prefix }: Cidr): boolean {
  return family === 4 && prefix >= SHORTEST_PREFIX && prefix <= LONGEST_PREFIX;
}

/** Tells whether a range is a part of another one that may be a subnet. */
export function isPart(part: Cidr, whole: Cidr): boolean {
  return (
    part.family === 4 &&
    part.prefix >= whole.prefix &&
    part.prefix <= LONGEST_SUBNET &&
    cidrContains(whole, part.network)
  );
}

/** Tells whether a range has addresses of others. */
export function overlaps(cidr: Cidr, others: readonly Cidr[]): boolean {
  return others.some((other) => cidrsOverlap(other, cidr));
}

/** Subnets that are made, with what belongs to them. */
export function managedSubnets(network: AzureNetworkModel): readonly AzureManagedSubnet[] {
  return network.kind === 'managed' ? network.subnets : [];
}

/** Tells whether subnets derive from the range of a network, where they do. */
function isReadable(network: AzureNetworkModel): boolean {
  const range = tryParseCidr(network.nodeCidr);
  return network.subnets.length > 0 || (range !== undefined && isNetworkRange(range));
}
