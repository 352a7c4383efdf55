import type { ClusterModel } from '../../cluster/model/cluster';
import { nodeRanges } from '../../openstack/model/address-families';
import type { EndpointModel } from '../../openstack/model/endpoint';
import { knownFloatingIP } from '../../openstack/model/floating-address';

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
  'cloud' | 'endpoint' | 'handOver' | 'network' | 'podCidrs' | 'serviceCidrs' | 'serviceDomain'
>;

/** Address at which every machine of a cloud asks for what it is. */
const METADATA_ADDRESS = '169.254.169.254';

/** What machines reach without a proxy: themselves, their cluster, its endpoint and the cloud's API. */
export function directHosts(
  cluster: ProxiedCluster,
  { noProxy = [] }: NodeProxy,
): readonly string[] {
  const ranges = [...nodeRanges(cluster.network), ...cluster.podCidrs, ...cluster.serviceCidrs];
  const api = hostOfUrl(cluster.cloud.authUrl ?? '');
  return [
    ...new Set([
      'localhost',
      '127.0.0.1',
      ...(ranges.some((range) => range.includes(':')) ? ['::1'] : []),
      ...ranges,
      ...endpointHosts(cluster),
      '.svc',
      `.${cluster.serviceDomain}`,
      METADATA_ADDRESS,
      ...(api === undefined ? [] : [api]),
      ...noProxy,
    ]),
  ];
}

/** Names and addresses of a cluster's API server, as far as they are known. */
export function endpointHosts(cluster: ProxiedCluster): readonly string[] {
  const { endpoint } = cluster;
  if (endpoint.kind === 'external') return [endpoint.host];
  const floating = knownFloatingIP(cluster, endpoint.floatingIP);
  return [...ownHosts(endpoint), floating].filter((host) => host !== undefined);
}

function ownHosts(
  endpoint: Exclude<EndpointModel, { kind: 'external' }>,
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

/** Host of a URL, or undefined where there is none. */
export function hostOfUrl(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : undefined;
}
