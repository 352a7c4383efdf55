import { plainAddress, tryParseCidr } from '../../base/cidr';
import { mapsIn, valueAt } from '../../base/value-at';
import type { ResourceKind } from '../plan/plan';
import type { CloudObject } from './cloud-client';

/** Argument of a planned resource that cannot change on an existing object. */
export interface FixedProperty {
  /** Name of the argument in the plan. */
  readonly arg: string;
  /** Prop that the user typed. */
  readonly prop: string;
  /** Reads the value from an object in the cloud. */
  readonly read: (object: CloudObject) => unknown;
}

/** Argument whose planned value differs from that in the cloud. */
export interface FixedDifference {
  readonly property: FixedProperty;
  readonly planned: unknown;
  readonly actual: unknown;
}

function fixed(arg: string, prop: string, field: string): FixedProperty {
  return { arg, prop, read: (object) => object[field] };
}

/** Reads a field from the first map in a list. */
function inFirst(list: string, field: string): FixedProperty['read'] {
  return (object) => valueAt(mapsIn(object[list])[0], field);
}

const ADDRESS = 'ip_address';

/**
 * Arguments that cannot change on an existing object. All others change in place or never differ: names, tags, sizes and
 * timings. Security group rules, key pairs and credentials are replaced, because nothing depends on a single one.
 */
export const FIXED: Readonly<Partial<Record<ResourceKind, readonly FixedProperty[]>>> = {
  subnet: [
    fixed('networkId', 'network', 'network_id'),
    fixed('cidr', 'network.nodeCidr', 'cidr'),
    fixed('ipVersion', 'network', 'ip_version'),
    fixed('ipv6AddressMode', 'network.ipv6Mode', 'ipv6_address_mode'),
    fixed('ipv6RaMode', 'network.ipv6Mode', 'ipv6_ra_mode'),
  ],
  router: [
    {
      arg: 'externalNetworkId',
      prop: 'externalNetwork',
      read: ({ external_gateway_info: gateway }) => valueAt(gateway, 'network_id'),
    },
  ],
  routerInterface: [
    fixed('routerId', 'network.router', 'device_id'),
    { arg: 'subnetId', prop: 'network', read: inFirst('fixed_ips', 'subnet_id') },
  ],
  loadBalancer: [
    fixed('vipSubnetId', 'network', 'vip_subnet_id'),
    fixed('vipAddress', 'endpoint.vipAddress', 'vip_address'),
    fixed('loadbalancerProvider', 'endpoint.provider', 'provider'),
    fixed('flavorId', 'endpoint.flavorId', 'flavor_id'),
  ],
  listener: [
    fixed('protocol', 'endpoint', 'protocol'),
    fixed('protocolPort', 'apiServerPort', 'protocol_port'),
    { arg: 'loadbalancerId', prop: 'endpoint', read: inFirst('loadbalancers', 'id') },
  ],
  pool: [
    fixed('protocol', 'endpoint', 'protocol'),
    { arg: 'listenerId', prop: 'endpoint', read: inFirst('listeners', 'id') },
  ],
  monitor: [
    fixed('type', 'endpoint.monitor', 'type'),
    { arg: 'poolId', prop: 'endpoint', read: inFirst('pools', 'id') },
  ],
  port: [
    fixed('networkId', 'network', 'network_id'),
    {
      arg: 'fixedIps',
      prop: 'endpoint.address',
      read: (port) => [{ [ADDRESS]: inFirst('fixed_ips', ADDRESS)(port) }],
    },
  ],
  floatingIP: [fixed('pool', 'externalNetwork', 'floating_network_id')],
  floatingIPAssociation: [fixed('floatingIp', 'endpoint.floatingIP', 'floating_ip_address')],
  serverGroup: [fixed('policies', 'serverGroup', 'policies')],
};

/** Tells whether a value of the plan, with IDs for references, equals one of the cloud. */
export function isSame(planned: unknown, actual: unknown): boolean {
  return canonical(planned) === canonical(actual);
}

/** Octavia drivers with two names. */
const ALIASES: Readonly<Record<string, string>> = { octavia: 'amphora' };

function canonical(value: unknown): string {
  if (Array.isArray(value)) return value.map(canonical).join(' ');
  if (typeof value === 'object' && value !== null) {
    return canonical(Reflect.get(value, 'ipAddress') ?? Reflect.get(value, ADDRESS));
  }
  const text = String(value);
  const cidr = text.includes('/') ? tryParseCidr(text) : undefined;
  if (cidr !== undefined) return `${cidr.network}/${cidr.prefix}`;
  return ALIASES[text] ?? (text.includes(':') ? plainAddress(text) : text);
}
