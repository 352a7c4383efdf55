import { nodeRanges } from '../../cluster/model/address-families';
import type { ClusterModel } from '../../cluster/model/cluster';

/** Proxy through which machines reach hosts outside their network. */
export interface NodeProxy {
  /**
   * URL of the proxy for plain HTTP.
   *
   * @default - `httpsProxy`
   */
  readonly httpProxy?: string;
  /**
   * URL of the proxy for HTTPS.
   *
   * @default - `httpProxy`
   */
  readonly httpsProxy?: string;
  /**
   * Hosts, domains with a leading dot, addresses and ranges to reach directly, in addition to the derived ones.
   *
   * @default - only the derived ones
   */
  readonly noProxy?: readonly string[];
}

/** Fields of a cluster that determine what its machines reach without a proxy. */
export type ProxiedCluster = Pick<
  ClusterModel,
  'network' | 'podCidrs' | 'serviceCidrs' | 'serviceDomain' | 'surroundings'
>;

/** Address of the metadata service, which is the same on every cloud. */
const METADATA_ADDRESS = '169.254.169.254';

/** Returns what machines reach without a proxy: themselves, their cluster, its endpoint and the cloud's API. */
export function directHosts(
  { network, podCidrs, serviceCidrs, serviceDomain, surroundings }: ProxiedCluster,
  { noProxy = [] }: NodeProxy,
): readonly string[] {
  const ranges = [...nodeRanges(network), ...podCidrs, ...serviceCidrs];
  return [
    ...new Set([
      'localhost',
      '127.0.0.1',
      ...(ranges.some((range) => range.includes(':')) ? ['::1'] : []),
      ...ranges,
      ...surroundings.endpointHosts,
      '.svc',
      `.${serviceDomain}`,
      METADATA_ADDRESS,
      ...surroundings.cloudHosts,
      ...noProxy,
    ]),
  ];
}
