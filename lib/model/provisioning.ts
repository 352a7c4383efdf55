import { addressAt, tryParseCidr } from './cidr';
import { cloudName, type NamedCluster } from './cloud-names';
import type { EndpointModel } from './endpoint';
import type { NetworkModel } from './network';

/** Cluster as far as what is provisioned for it depends on it. */
export interface ProvisionedFor extends NamedCluster {
  /** Construct path of the cluster. */
  readonly path: string;
}

/** Network of a cluster with the names and pools that derive from the cluster. */
export function placedNetwork(
  network: NetworkModel,
  endpoint: EndpointModel,
  cluster: ProvisionedFor,
): NetworkModel {
  if (network.kind !== 'provisioned' || network.shared) return network;
  const name = network.name === '' ? cloudName(cluster) : network.name;
  const placed = { ...network, owner: cluster.path, name };
  if (endpoint.kind !== 'virtualIp' || endpoint.address !== '') return placed;
  return network.allocationPools.length > 0
    ? placed
    : { ...placed, allocationPools: poolsWithoutVip(network.nodeCidr) };
}

/** Endpoint of a cluster with the address that derives from its network. */
export function placedEndpoint(endpoint: EndpointModel, network: NetworkModel): EndpointModel {
  if (endpoint.kind !== 'virtualIp' || endpoint.address !== '') return endpoint;
  if (network.kind !== 'provisioned') return endpoint;
  const cidr = tryParseCidr(network.nodeCidr);
  return { ...endpoint, address: (cidr && addressAt(cidr, LAST_HOST)) ?? '' };
}

/** Last address before that of the broadcast. */
const LAST_HOST = -2;

/** The whole range but for gateway, virtual address and broadcast. */
function poolsWithoutVip(nodeCidr: string) {
  const cidr = tryParseCidr(nodeCidr);
  const start = cidr && addressAt(cidr, 2);
  const end = cidr && addressAt(cidr, LAST_HOST - 1);
  return start === undefined || end === undefined ? [] : [{ start, end }];
}
