import type { Surroundings } from '../../cluster/model/cluster';
import type { AzureEnvironment } from './cloud';
import type { AzureCluster } from './cluster';

/** Addresses at which Azure tells machines of themselves, and its agent how they fare. */
const CLOUD_HOSTS = ['169.254.169.254', '168.63.129.16'];

/** Ends of the names of public addresses. */
const SUFFIXES: Readonly<Record<AzureEnvironment, string>> = {
  AzurePublicCloud: 'cloudapp.azure.com',
  AzureChinaCloud: 'cloudapp.chinacloudapi.cn',
  AzureUSGovernmentCloud: 'cloudapp.usgovcloudapi.net',
};

type Parts = Pick<AzureCluster, 'endpoint' | 'cloud' | 'name'>;

/** Surroundings of machines on Azure. */
export function surroundingsOf(cluster: Parts): Surroundings {
  const { endpoint } = cluster;
  const host = endpointHost(cluster);
  const address = endpoint.scope === 'internal' ? endpoint.privateIp : undefined;
  return {
    endpointHosts: [...new Set([host, address])].filter((one) => one !== undefined),
    hasUnknownEndpoint: endpoint.scope === 'public' && endpoint.dnsLabel === undefined,
    cloudHosts: CLOUD_HOSTS,
    families: [4],
  };
}

/** Host under which the API server is reached, where it is known before the cluster is there. */
export function endpointHost(cluster: Parts): string | undefined {
  const { endpoint } = cluster;
  if (endpoint.scope === 'public') return publicName(cluster);
  return internalHost(cluster) ?? endpoint.privateIp;
}

/** Name of an internal endpoint; undefined for another one, and one that is known by its address. */
export function internalHost({
  endpoint,
  name,
}: Pick<Parts, 'endpoint' | 'name'>): string | undefined {
  if (endpoint.scope !== 'internal' || endpoint.privateDns.kind === 'none') return undefined;
  return `apiserver.${endpoint.privateDns.zoneName ?? `${name}.capz.io`}`;
}

/** Whole name of a public endpoint; undefined for one that the provider makes. */
export function publicName({ endpoint, cloud }: Pick<Parts, 'endpoint' | 'cloud'>) {
  if (endpoint.scope !== 'public' || endpoint.dnsLabel === undefined) return undefined;
  return `${endpoint.dnsLabel}.${cloud.location}.${SUFFIXES[cloud.environment]}`;
}
