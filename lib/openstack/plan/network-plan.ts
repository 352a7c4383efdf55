import { subnetName } from '../model/cloud-names';
import type { ProvisionedNetworkModel } from '../model/provisioned-network';
import { given, type PlanItem, type PlannedResource, type PlanValue, refTo } from './plan';

/** Network to plan. */
export type NetworkSpec = Omit<ProvisionedNetworkModel, 'kind' | 'owner' | 'shared' | 'router'>;

/** Existing network or router to which a network is attached. */
export interface NetworkSurroundings {
  /** ID of the external network for the network's own router; absent if there is none. */
  readonly externalNetworkId?: PlanValue;
  /** ID of an existing router. */
  readonly routerId?: PlanValue;
}

/** Plans a network with subnets, router and router interfaces. */
export function planNetwork(
  component: string,
  spec: NetworkSpec,
  { externalNetworkId, routerId }: NetworkSurroundings,
): PlanItem[] {
  const { name, tags } = spec;
  const networkId = refTo(`${component}/network`, 'id');
  const items: PlannedResource[] = [
    {
      name: `${component}/network`,
      component,
      kind: 'network',
      args: given({
        name,
        mtu: spec.mtu,
        portSecurityEnabled: spec.portSecurity,
        adminStateUp: true,
        tags: listed(tags),
      }),
    },
    { name: `${component}/subnet`, component, kind: 'subnet', args: ipv4Subnet(spec, networkId) },
  ];
  if (spec.nodeCidrIPv6 !== undefined) {
    const args = ipv6Subnet(spec, spec.nodeCidrIPv6, networkId);
    items.push({ name: `${component}/subnet-ipv6`, component, kind: 'subnet', args });
  }
  const subnets = items.filter((item) => item.kind === 'subnet').map((item) => item.name);
  const router = routerId ?? refTo(`${component}/router`, 'id');
  if (routerId === undefined) {
    const args = given({ name, externalNetworkId, adminStateUp: true, tags: listed(tags) });
    items.push({ name: `${component}/router`, component, kind: 'router', args });
  }
  for (const subnet of subnets) {
    const args = { routerId: router, subnetId: refTo(subnet, 'id') };
    items.push({ name: interfaceOf(subnet), component, kind: 'routerInterface', args });
  }
  return items;
}

/** Returns the name of the router interface of a subnet. */
export function interfaceOf(subnet: string): string {
  return `${subnet.replace(/subnet(-ipv6)?$/, 'router-interface')}${subnet.endsWith('-ipv6') ? '-ipv6' : ''}`;
}

function ipv4Subnet(spec: NetworkSpec, networkId: PlanValue) {
  return given({
    name: subnetName(spec.name, 4),
    networkId,
    cidr: spec.nodeCidr,
    ipVersion: 4,
    dnsNameservers: listed(spec.dnsNameservers.filter((server) => !server.includes(':'))),
    allocationPools: listed(spec.allocationPools.map(({ start, end }) => ({ start, end }))),
    tags: listed(spec.tags),
  });
}

function ipv6Subnet(spec: NetworkSpec, cidr: string, networkId: PlanValue) {
  return given({
    name: subnetName(spec.name, 6),
    networkId,
    cidr,
    ipVersion: 6,
    ipv6AddressMode: spec.ipv6Mode,
    ipv6RaMode: spec.ipv6Mode,
    dnsNameservers: listed(spec.dnsNameservers.filter((server) => server.includes(':'))),
    tags: listed(spec.tags),
  });
}

function listed<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}
