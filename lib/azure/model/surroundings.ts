import type { Surroundings } from '../../cluster/model/cluster';
import type { AzureEnvironment } from './cloud';
import type { AzureCluster } from './cluster';

/** Addresses of the instance metadata service and of the endpoint to which the Azure agent reports. */
const CLOUD_HOSTS = ['169.254.169.254', '168.63.129.16'];

/** DNS suffixes of public IPs. */
const SUFFIXES: Readonly<Record<AzureEnvironment, string>> = {
  AzurePublicCloud: 'cloudapp.azure.com',
  AzureChinaCloud: 'cloudapp.chinacloudapi.cn',
  AzureUSGovernmentCloud: 'cloudapp.usgovcloudapi.net',
};

type Parts = Pick<AzureCluster, 'endpoint' | 'cloud' | 'name'>;

/** Returns the surroundings of machines on Azure. */
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

/** Returns the host of the API server, if it is known before the cluster exists. */
export function endpointHost(cluster: Parts): string | undefined {
  const { endpoint } = cluster;
  if (endpoint.scope === 'public') return publicName(cluster);
  return internalHost(cluster) ?? endpoint.privateIp;
}

/** Returns the DNS name of an internal endpoint; undefined if it is public or has only an IP address. */
export function internalHost({
  endpoint,
  name,
}: Pick<Parts, 'endpoint' | 'name'>): string | undefined {
  if (endpoint.scope !== 'internal' || endpoint.privateDns.kind === 'none') return undefined;
  return `apiserver.${endpoint.privateDns.zoneName ?? `${name}.capz.io`}`;
}

/** Returns the full DNS name of a public endpoint; undefined if the provider chooses it. */
export function publicName({ endpoint, cloud }: Pick<Parts, 'endpoint' | 'cloud'>) {
  if (endpoint.scope !== 'public' || endpoint.dnsLabel === undefined) return undefined;
  return `${endpoint.dnsLabel}.${cloud.location}.${SUFFIXES[cloud.environment]}`;
}
