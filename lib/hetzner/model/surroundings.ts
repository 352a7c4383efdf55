import type { Surroundings } from '../../cluster/model/cluster';
import type { HetznerCluster } from './cluster';
import type { HetznerEndpointModel } from './endpoint';

/** Address at which Hetzner tells machines of themselves. */
const METADATA_HOST = '169.254.169.254';

/** Bytes of user data that Hetzner's API takes, which it gets as they are. */
const MOST_USER_DATA_BYTES = 32 * 1024;

/** Surroundings of machines on Hetzner Cloud; a load balancer's address is known once it is there. */
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

/** Host of an endpoint that is known before the endpoint is there. */
export function hostOf(endpoint: HetznerEndpointModel): string | undefined {
  return endpoint.kind === 'external' ? endpoint.host : endpoint.dnsName;
}
