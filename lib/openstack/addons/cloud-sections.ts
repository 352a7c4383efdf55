import { OVN_DRIVER, OVN_METHOD, usualCloudConf } from '../model/cloud-conf';
import { managedNetworkName } from '../model/cloud-names';
import { hasOtherNetworks } from '../model/cluster-ports';
import { hasBalancer } from '../model/endpoint';
import type { OpenStackAddonContext } from './addon-context';
import { type CloudConf, mergedConf } from './cloud-conf';

/** Settings of the user for `cloud.conf`. */
export interface CloudSectionOptions {
  /**
   * Driver of load balancers.
   *
   * @default - the driver of the cluster
   */
  readonly loadBalancerProvider?: string | undefined;
  /**
   * Sections that override the derived ones.
   *
   * @default - only the derived sections
   */
  readonly cloudConf?: CloudConf | undefined;
}

/** Derives the sections of `cloud.conf` from the cluster's network and the driver of its load balancers. */
export function networkSections(
  context: OpenStackAddonContext,
  { loadBalancerProvider, cloudConf = {} }: CloudSectionOptions,
): CloudConf {
  const own = usualCloudConf(cloudConf);
  const { Networking = {}, LoadBalancer = {} } = externalNetworkSections(context);
  const internal = internalNetworkName(context);
  const given = own.LoadBalancer?.['lb-provider'] ?? loadBalancerProvider;
  const provider = given ?? clusterProvider(context);
  const keys = {
    ...(provider !== undefined && { 'lb-provider': provider }),
    ...(provider === OVN_DRIVER && { 'lb-method': OVN_METHOD }),
  };
  return mergedConf(
    {
      Networking: {
        ...Networking,
        ...(internal !== undefined && { 'internal-network-name': internal }),
      },
      LoadBalancer: { ...LoadBalancer, ...keys },
    },
    own,
  );
}

function externalNetworkSections({ cloud }: OpenStackAddonContext): CloudConf {
  const external = cloud.externalNetwork;
  if (external === undefined || external.kind === 'none') return {};
  const { network } = external;
  if ('id' in network) return { LoadBalancer: { 'floating-network-id': network.id } };
  return { Networking: { 'public-network-name': network.filter.name } };
}

/** Returns the name of the network with the node's address, if machines are in several. */
function internalNetworkName(context: OpenStackAddonContext): string | undefined {
  const { network } = context;
  if (!hasOtherNetworks(context)) return undefined;
  if (network.kind === 'managed') return managedNetworkName(context);
  if (network.kind === 'provisioned') return network.name;
  return 'filter' in network.network ? network.network.filter.name : undefined;
}

function clusterProvider({ endpoint, cloud }: OpenStackAddonContext): string | undefined {
  const own = hasBalancer(endpoint) ? endpoint.provider : undefined;
  return own ?? cloud.loadBalancerProvider;
}
