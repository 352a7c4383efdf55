import { nodeRanges } from '../../cluster/model/address-families';
import type { ClusterModel } from '../../cluster/model/cluster';

/** Proxy through which machines reach what is outside their network. */
export interface NodeProxy {
  /**
   * URL of the proxy for plain HTTP.
   *
   * @default - that for HTTPS
   */
  readonly httpProxy?: string;
  /**
   * URL of the proxy for HTTPS.
   *
   * @default - that for HTTP
   */
  readonly httpsProxy?: string;
  /**
   * Hosts, domains with a dot first, addresses and ranges that are reached directly, besides the derived ones.
   *
   * @default - the derived ones alone
   */
  readonly noProxy?: readonly string[];
}

/** What of a cluster says where its machines go without a proxy. */
export type ProxiedCluster = Pick<
  ClusterModel,
  'network' | 'podCidrs' | 'serviceCidrs' | 'serviceDomain' | 'surroundings'
>;

/** Address at which every machine of a cloud asks for what it is. */
const METADATA_ADDRESS = '169.254.169.254';

/** What machines reach without a proxy: themselves, their cluster, its endpoint and the cloud's API. */
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
