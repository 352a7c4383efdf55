import type { OpenStackCluster } from './cluster';
import type { Lookup } from './lookup';
import type { PortModel } from './port';

/** Parts of a cluster that decide the networks of its machines. */
type Ported = Pick<OpenStackCluster, 'controlPlane' | 'network' | 'pools'>;

/** Tells whether machines of a cluster are also on networks other than the cluster's. */
export function hasOtherNetworks(cluster: Ported): boolean {
  return [cluster.controlPlane, ...cluster.pools].some(({ ports = [] }) =>
    ports.some((port) => !isOnClusterNetwork(port, cluster)),
  );
}

/** Tells whether a port is known to be on its cluster's network. */
export function isOnClusterNetwork(
  { network: own }: PortModel,
  { network }: Pick<OpenStackCluster, 'network'>,
): boolean {
  if (own === undefined) return true;
  if (network.kind === 'managed') return false;
  const lookup = network.kind === 'adopted' ? network.network : { filter: { name: network.name } };
  return JSON.stringify(own) === JSON.stringify(lookup);
}

/** Tells whether a port may be on its cluster's network, even if it looks the network up differently. */
export function mayBeOnClusterNetwork(
  port: PortModel,
  cluster: Pick<OpenStackCluster, 'network'>,
): boolean {
  if (isOnClusterNetwork(port, cluster)) return true;
  const { network } = cluster;
  if (port.network === undefined || network.kind !== 'adopted') return false;
  return mayFindTheSame(port.network, network.network);
}

/** Tells whether two lookups may find the same resource, because no ID, name or project differs. */
function mayFindTheSame(one: Lookup, other: Lookup): boolean {
  if ('id' in one || 'id' in other) {
    return !('id' in one && 'id' in other) || plainId(one.id) === plainId(other.id);
  }
  return (['name', 'projectID'] as const).every((key) => {
    const [first, second] = [one.filter[key], other.filter[key]];
    return first === undefined || second === undefined || first === second;
  });
}

function plainId(id: string): string {
  return id.replaceAll('-', '').toLowerCase();
}
