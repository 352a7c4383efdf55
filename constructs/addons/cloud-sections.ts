import type { AddonContext } from './addon-parts';
import type { CloudConf } from './cloud-conf';

/** Sections of `cloud.conf` that follow from the cluster's external network. */
export function networkSections({ cloud }: AddonContext): CloudConf {
  const external = cloud.externalNetwork;
  if (external === undefined || external.kind === 'none') return {};
  const { network } = external;
  if ('id' in network && network.id !== undefined) {
    return { LoadBalancer: { 'floating-network-id': network.id } };
  }
  if ('filter' in network && network.filter?.name !== undefined) {
    return { Networking: { 'public-network-name': network.filter.name } };
  }
  return {};
}
