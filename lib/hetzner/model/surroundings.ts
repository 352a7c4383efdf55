import type { Surroundings } from '../../cluster/model/cluster';
import type { HetznerCluster } from './cluster';
import type { HetznerEndpointModel } from './endpoint';

/** Address of Hetzner's metadata service. */
const METADATA_HOST = '169.254.169.254';

/** Largest user data that Hetzner's API accepts, in bytes without encoding. */
const MOST_USER_DATA_BYTES = 32 * 1024;

/** Returns the surroundings of machines on Hetzner Cloud. The address of a load balancer is not known until it exists. */
export function surroundingsOf({ endpoint }: Pick<HetznerCluster, 'endpoint'>): Surroundings {
  const host = hostOf(endpoint);
  return {
    endpointHosts: host === undefined ? [] : [host],
    hasUnknownEndpoint: host === undefined,
    cloudHosts: [METADATA_HOST],
    mostUserDataBytes: MOST_USER_DATA_BYTES,
    families: [4],
  };
}

/** Returns the host of an endpoint if it is known before the endpoint exists. */
export function hostOf(endpoint: HetznerEndpointModel): string | undefined {
  return endpoint.kind === 'external' ? endpoint.host : endpoint.dnsName;
}
