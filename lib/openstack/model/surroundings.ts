import { hostOfUrl } from '../../base/web-address';
import type { Surroundings } from '../../cluster/model/cluster';
import type { OpenStackCluster } from './cluster';
import type { OpenStackEndpoint } from './endpoint';
import { knownFloatingIP } from './floating-address';
import type { HandOver } from './hand-over';
import { machineFamilies } from './machine-families';

/** Parts of a cluster from which the surroundings of its machines are derived. */
export type SurroundedCluster = Pick<
  OpenStackCluster,
  'cloud' | 'endpoint' | 'handOver' | 'network'
>;

/** Returns the surroundings of a cluster's machines. */
export function surroundingsOf(cluster: SurroundedCluster): Surroundings {
  const hosts = endpointHosts(cluster);
  const api = hostOfUrl(cluster.cloud.authUrl ?? '');
  const families = machineFamilies(cluster.network);
  return {
    endpointHosts: hosts,
    hasUnknownEndpoint: hasUnknownAddress(cluster, hosts),
    cloudHosts: api === undefined ? [] : [api],
    ...(families && { families: [...families] }),
  };
}

/** Adds the values known from provisioning to a cluster. */
export function withHandOver<C extends OpenStackCluster>(cluster: C, handOver: HandOver): C {
  const known = { ...cluster, handOver };
  return { ...known, surroundings: surroundingsOf(known) };
}

/** Lists the known names and addresses of a cluster's API server. */
function endpointHosts(cluster: SurroundedCluster): readonly string[] {
  const { endpoint } = cluster;
  if (endpoint.kind === 'external') return [endpoint.host];
  const floating = knownFloatingIP(cluster, endpoint.floatingIP);
  return [...ownHosts(endpoint), floating].filter((host) => host !== undefined);
}

function ownHosts(
  endpoint: Exclude<OpenStackEndpoint, { kind: 'external' }>,
): readonly (string | undefined)[] {
  switch (endpoint.kind) {
    case 'managed':
      return [];
    case 'machine':
      return [endpoint.dnsName];
    case 'virtualIp':
      return [endpoint.address, endpoint.dnsName];
    case 'loadBalancer':
      return [endpoint.vipAddress, endpoint.dnsName];
  }
}

/** Tells whether an API server gets a floating IP that is not known in advance. */
function hasUnknownAddress(
  { endpoint, cloud }: SurroundedCluster,
  hosts: readonly string[],
): boolean {
  if (endpoint.kind === 'machine') return endpoint.floatingIP?.kind === 'ephemeral';
  if (endpoint.kind !== 'managed' || cloud.externalNetwork?.kind === 'none') return false;
  return endpoint.floatingIP?.kind !== 'none' && hosts.length === 0;
}
