import { addressAt, type Cidr, placeOf, tryParseCidr } from '../../base/cidr';
import { cloudName, type NamedCluster } from '../../cluster/model/cloud-name';
import type { OpenStackCloudModel } from './cloud';
import { hasBalancer, type OpenStackEndpoint } from './endpoint';
import type { OpenStackNetwork } from './network';
import type { AllocationPool } from './network-lookup';

/** Parts of a cluster on which its provisioned resources depend. */
export interface ProvisionedFor extends NamedCluster {
  /** Construct path of the cluster. */
  readonly path: string;
}

/** Fills in the name and the allocation pools of a network that are derived from its cluster. */
export function placedNetwork(
  network: OpenStackNetwork,
  endpoint: OpenStackEndpoint,
  cluster: ProvisionedFor,
): OpenStackNetwork {
  if (network.kind === 'managed') return withPools(network, endpoint);
  if (network.kind !== 'provisioned' || network.shared) return network;
  const name = network.name === '' ? cloudName(cluster) : network.name;
  const placed = { ...network, owner: cluster.path, name };
  // A port reserves a given address; a derived one is excluded from the pools in advance.
  return endpoint.kind === 'virtualIp' && endpoint.address === ''
    ? withPools(placed, endpoint)
    : placed;
}

/** Fills in the address of an endpoint that is derived from its network, and the load balancer driver of its cloud. */
export function placedEndpoint(
  endpoint: OpenStackEndpoint,
  network: OpenStackNetwork,
  { loadBalancerProvider: provider }: Pick<OpenStackCloudModel, 'loadBalancerProvider'> = {},
): OpenStackEndpoint {
  if (hasBalancer(endpoint)) {
    return provider === undefined ? endpoint : { provider, ...endpoint };
  }
  if (endpoint.kind !== 'virtualIp' || endpoint.address !== '') return endpoint;
  if (network.kind === 'adopted') return endpoint;
  // A derived address would be the same for every cluster on the network.
  if (network.kind === 'provisioned' && network.shared) return endpoint;
  return { ...endpoint, address: lastHost(network.nodeCidr) ?? '' };
}

/** Offset of the last address before the broadcast address. */
const LAST_HOST = -2;
/** Offset of the first address after the gateway. */
const FIRST_HOST = 2;

type OwnNetwork = Exclude<OpenStackNetwork, { kind: 'adopted' }>;

/** Adds pools that exclude the address of a virtual IP endpoint to a network without pools. */
function withPools(network: OwnNetwork, endpoint: OpenStackEndpoint): OwnNetwork {
  if (endpoint.kind !== 'virtualIp' || network.allocationPools.length > 0) return network;
  const address = endpoint.address === '' ? lastHost(network.nodeCidr) : endpoint.address;
  return { ...network, allocationPools: poolsAround(network.nodeCidr, address) };
}

function lastHost(nodeCidr: string): string | undefined {
  const cidr = tryParseCidr(nodeCidr);
  return cidr && addressAt(cidr, LAST_HOST);
}

/** Returns pools for the whole range, except the gateway, one address and the broadcast address. */
function poolsAround(nodeCidr: string, address: string | undefined): AllocationPool[] {
  const cidr = tryParseCidr(nodeCidr);
  if (cidr?.family !== 4 || address === undefined) return [];
  const left = placeOf(cidr, address);
  if (left === undefined) return [];
  const last = 2 ** (32 - cidr.prefix) + LAST_HOST;
  return [
    poolFrom(cidr, FIRST_HOST, left - 1),
    poolFrom(cidr, Math.max(left + 1, FIRST_HOST), last),
  ].flat();
}

function poolFrom(cidr: Cidr, first: number, last: number): AllocationPool[] {
  if (first > last) return [];
  const start = addressAt(cidr, first);
  const end = addressAt(cidr, last);
  return start === undefined || end === undefined ? [] : [{ start, end }];
}
