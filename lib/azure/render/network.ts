import { compact } from '../../base/fields';
import type {
  FrontendIP,
  LB,
  NatGateway,
  NetworkSpec,
  SecurityRule,
  Subnet,
  Vnet,
} from '../../schema/generated/azure-v1beta1.shapes.generated';
import type { AzureCluster } from '../model/cluster';
import type { AzureAdoptedSubnet, AzureManagedSubnet, AzureNatGateway } from '../model/network';
import type { AzureOutboundModel } from '../model/outbound';
import {
  API_SERVER_RULE,
  AZURE_SECURITY_RULE_DEFAULTS,
  type AzureSecurityRule,
} from '../model/security-rule';
import { publicName } from '../model/surroundings';

/** Renders the network of a cluster with its API server and outbound load balancers. */
export function networkSpec(cluster: AzureCluster): NetworkSpec {
  const { endpoint, nodeOutbound } = cluster;
  return compact({
    vnet: vnet(cluster),
    subnets: subnets(cluster),
    apiServerLB: apiServerLB(cluster),
    additionalAPIServerLBPorts: endpoint.additionalPorts.map(({ name, port }) => ({ name, port })),
    nodeOutboundLB: nodeOutbound && outboundLB(nodeOutbound),
    ...privateEndpoint(cluster),
  } satisfies NetworkSpec);
}

function vnet({ network, name }: AzureCluster): Vnet {
  const { nodeCidr } = network;
  if (network.kind === 'adopted') {
    return {
      name: network.name,
      resourceGroup: network.resourceGroup,
      cidrBlocks: [nodeCidr],
    };
  }
  return {
    name: network.name ?? `${name}-vnet`,
    ...compact({
      cidrBlocks: [nodeCidr],
      peerings: network.peerings.map(({ vnetName, resourceGroup }) => ({
        remoteVnetName: vnetName,
        ...compact({ resourceGroup }),
      })),
    }),
  };
}

function subnets(cluster: AzureCluster): readonly Subnet[] {
  const { network } = cluster;
  if (network.kind === 'adopted') {
    return network.subnets.map(adoptedSubnet);
  }
  return network.subnets.map((subnet) => managedSubnet(cluster, subnet));
}

function adoptedSubnet(subnet: AzureAdoptedSubnet): Subnet {
  const { name, role, cidr, securityGroup, routeTable } = subnet;
  return {
    name,
    role,
    cidrBlocks: [cidr],
    ...compact({
      securityGroup: securityGroup === undefined ? undefined : { name: securityGroup },
      routeTable: routeTable === undefined ? undefined : { name: routeTable },
    }),
  };
}

function managedSubnet(cluster: AzureCluster, subnet: AzureManagedSubnet): Subnet {
  const { name, role, cidr, serviceEndpoints = [] } = subnet;
  const rules = securityRules(cluster, subnet);
  return {
    name,
    role,
    ...compact({
      cidrBlocks: [cidr],
      securityGroup:
        rules.length === 0
          ? undefined
          : { name: `${cluster.name}-${name}-nsg`, securityRules: rules.map(securityRule) },
      natGateway: subnet.natGateway && natGateway(subnet.natGateway),
      serviceEndpoints: serviceEndpoints.map((service) => ({ service, locations: ['*'] })),
    }),
  };
}

/** Returns the rules of a subnet. Without any, the provider opens SSH on a control plane to everywhere. */
function securityRules(
  { apiServerPort }: AzureCluster,
  { role, securityRules: given = [] }: AzureManagedSubnet,
): readonly AzureSecurityRule[] {
  if (role === 'node' || given.some(({ name }) => name === API_SERVER_RULE.name)) return given;
  const own = {
    ...API_SERVER_RULE,
    description: 'Allow K8s API Server',
    sources: ['*'],
    ports: String(apiServerPort),
  };
  return [own, ...given];
}

function securityRule(rule: AzureSecurityRule): SecurityRule {
  const whole = { ...AZURE_SECURITY_RULE_DEFAULTS, ...rule };
  const { sources } = whole;
  const [source = '*'] = sources;
  return {
    name: whole.name,
    description: whole.description,
    priority: whole.priority,
    direction: whole.direction,
    action: whole.action,
    protocol: whole.protocol,
    ...(sources.length === 1 ? { source } : { sources }),
    sourcePorts: whole.sourcePorts,
    destination: whole.destination,
    destinationPorts: whole.ports,
  };
}

function natGateway({ name, publicIpName, zone }: AzureNatGateway): NatGateway {
  return {
    name,
    ...compact({
      ip: publicIpName === undefined ? undefined : { name: publicIpName },
      zones: zone === undefined ? undefined : [zone],
    }),
  };
}

function apiServerLB(cluster: AzureCluster): LB {
  const { endpoint } = cluster;
  const { name, idleTimeoutMinutes: idleTimeoutInMinutes } = endpoint;
  return compact({
    name,
    type: endpoint.scope === 'public' ? 'Public' : 'Internal',
    frontendIPs: frontendIPs(cluster),
    availabilityZones: endpoint.scope === 'internal' ? endpoint.zones : [],
    idleTimeoutInMinutes,
  } satisfies LB);
}

/** Returns the frontend IPs of the API server's load balancer, unless the provider chooses them all. */
function frontendIPs(cluster: AzureCluster): readonly FrontendIP[] {
  const { endpoint, name } = cluster;
  if (endpoint.scope === 'internal') {
    const { privateIp } = endpoint;
    return privateIp === undefined ? [] : [{ name: `${name}-apiserver`, privateIP: privateIp }];
  }
  const { publicIpName } = endpoint;
  const dnsName = publicName(cluster);
  if (publicIpName === undefined && dnsName === undefined) return [];
  const publicIP = { name: publicIpName ?? `pip-${name}-apiserver`, ...compact({ dnsName }) };
  return [{ name: `${name}-apiserver`, publicIP }];
}

function outboundLB({ addresses, idleTimeoutMinutes, name }: AzureOutboundModel): LB {
  return compact({
    name,
    frontendIPsCount: addresses,
    idleTimeoutInMinutes: idleTimeoutMinutes,
  } satisfies LB);
}

function privateEndpoint({ endpoint }: AzureCluster): Partial<NetworkSpec> {
  if (endpoint.scope === 'public') return {};
  const { privateDns, outbound } = endpoint;
  const way = { controlPlaneOutboundLB: outbound && outboundLB(outbound) };
  if (privateDns.kind === 'none') return { ...way, privateDNSZone: 'None' };
  return {
    ...way,
    privateDNSZoneName: privateDns.zoneName,
    privateDNSZoneResourceGroup: privateDns.resourceGroup,
  };
}
