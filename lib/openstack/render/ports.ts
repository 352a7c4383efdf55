import { compact, type Fields, sortedEntries } from '../../base/fields';
import { compareMinors, providerOf } from '../../cluster/model/profile';
import type { OpenStackCluster } from '../model/cluster';
import { isOnClusterNetwork, mayBeOnClusterNetwork } from '../model/cluster-ports';
import { isUnfiltered } from '../model/network';
import type { PortModel } from '../model/port';
import type { InfrastructureContract } from './infrastructure-contract';

const CLUSTER_PORT: PortModel = Object.freeze({ fixedIPs: [], securityGroups: [] });

/** Renders the ports of a machine; undefined if it has only the port on the cluster's network. */
export function portFields(
  infrastructure: InfrastructureContract,
  ports: readonly PortModel[] | undefined,
): readonly Fields[] | undefined {
  return ports?.map((port) => portSpec(infrastructure, port));
}

/** Returns the ports of control-plane machines; the one on the cluster's network may carry the virtual IP of the endpoint. */
export function controlPlanePorts(cluster: OpenStackCluster): readonly PortModel[] {
  const { controlPlane, endpoint, network } = cluster;
  const ports = machinePorts(cluster, controlPlane.ports);
  // Neutron does not check the addresses of a port that it does not filter, and accepts no address pairs.
  if (endpoint.kind !== 'virtualIp' || isUnfiltered(network)) return ports;
  const given = ports.length === 0 ? [CLUSTER_PORT] : ports;
  const own = given.find((port) => isOnClusterNetwork(port, cluster));
  const isOwn = (port: PortModel) =>
    own === undefined ? mayBeOnClusterNetwork(port, cluster) : port === own;
  return given.map((port) => (isOwn(port) ? carrying(port, endpoint.address) : port));
}

/** First provider release in which a port without a network gets the cluster's subnets rather than any of the network. */
const SUBNETS_SINCE = '0.13';

/**
 * Returns the ports of machines; those without a network and addresses are placed in the cluster's subnets.
 *
 * Newer providers do this themselves. The ports are rendered for them as well, so that a change of the provider rolls
 * no machine.
 */
export function machinePorts(
  cluster: OpenStackCluster,
  ports: readonly PortModel[] = [],
): readonly PortModel[] {
  const { network, templateNames } = cluster;
  if (network.kind !== 'adopted' || network.subnets.length === 0) return ports;
  const isNew = compareMinors(providerOf(cluster).minor, SUBNETS_SINCE) >= 0;
  if (isNew && templateNames === 'hashed-0.1') return ports;
  const given = ports.length === 0 ? [CLUSTER_PORT] : ports;
  const fixedIPs = network.subnets.map((subnet) => ({ subnet }));
  return given.map((port) =>
    port.network === undefined && port.fixedIPs.length === 0
      ? { ...port, network: network.network, fixedIPs }
      : port,
  );
}

/** Returns a port that may send from an address; a port without port security may anyway, and must not list it. */
function carrying(port: PortModel, address: string): PortModel {
  const pairs = port.allowedAddressPairs ?? [];
  const isAllowed = pairs.some(({ ipAddress }) => ipAddress === address);
  if (isAllowed || port.enablePortSecurity === false) return port;
  return { ...port, allowedAddressPairs: [...pairs, { ipAddress: address }] };
}

function portSpec(infrastructure: InfrastructureContract, port: PortModel): Fields {
  const { enablePortSecurity, valueSpecs = {}, profile, ...settings } = port;
  return compact({
    ...settings,
    ...(enablePortSecurity === undefined ? {} : infrastructure.portSecurity(enablePortSecurity)),
    profile: profile && compact(profile),
    valueSpecs: sortedEntries(valueSpecs).map(([key, value]) => ({ name: key, key, value })),
  });
}
