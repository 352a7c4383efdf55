import { tryParseCidr } from '../../base/cidr';
import { nodeRanges } from '../../cluster/model/address-families';
import type { Surroundings } from '../../cluster/model/cluster';
import type { VSphereCluster } from './cluster';
import type { VSphereNetwork } from './network';

/** Returns the surroundings of a cluster's machines. */
export function surroundingsOf({
  cloud,
  endpoint,
  network,
}: Pick<VSphereCluster, 'cloud' | 'endpoint' | 'network'>): Surroundings {
  const hosts =
    endpoint.kind === 'external' ? [endpoint.host] : [endpoint.address, endpoint.dnsName];
  const families = machineFamilies(network);
  return {
    endpointHosts: hosts.filter((host) => host !== undefined),
    hasUnknownEndpoint: false,
    cloudHosts: [cloud.server],
    ...(families && { families }),
  };
}

/** Returns the address families of machines: those of their ranges, or of their first device; undefined if unknown. */
export function machineFamilies(network: VSphereNetwork): readonly (4 | 6)[] | undefined {
  const ranges = nodeRanges(network).flatMap((text) => tryParseCidr(text)?.family ?? []);
  if (ranges.length > 0) return [...new Set(ranges)].sort();
  const addresses = network.devices[0]?.addresses;
  return addresses?.kind === 'dhcp' ? addresses.families : undefined;
}
