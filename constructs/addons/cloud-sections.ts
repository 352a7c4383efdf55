import { hasBalancer } from '../../lib/model/endpoint';
import type { AddonContext } from './addon-parts';
import type { CloudConf, CloudConfSection } from './cloud-conf';

/** Driver of Octavia that knows one way alone to spread connections. */
const OVN = 'ovn';
const OVN_METHOD = 'SOURCE_IP_PORT';

/** Sections of `cloud.conf` that follow from the cluster's network and the driver of its load balancers. */
export function networkSections(context: AddonContext, provider?: string): CloudConf {
  const { Networking = {}, LoadBalancer = {} } = externalNetworkSections(context);
  return {
    Networking,
    LoadBalancer: { ...LoadBalancer, ...providerKeys(provider ?? endpointProvider(context)) },
  };
}

function externalNetworkSections({ cloud }: AddonContext): CloudConf {
  const external = cloud.externalNetwork;
  if (external === undefined || external.kind === 'none') return {};
  const { network } = external;
  if ('id' in network) return { LoadBalancer: { 'floating-network-id': network.id } };
  return { Networking: { 'public-network-name': network.filter.name } };
}

function endpointProvider({ endpoint }: AddonContext): string | undefined {
  return hasBalancer(endpoint) ? endpoint.provider : undefined;
}

function providerKeys(provider: string | undefined): CloudConfSection {
  if (provider === undefined) return {};
  return {
    'lb-provider': provider,
    ...(provider === OVN ? { 'lb-method': OVN_METHOD } : {}),
  };
}
