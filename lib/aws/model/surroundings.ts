import type { Surroundings } from '../../cluster/model/cluster';
import type { AwsCluster } from './cluster';

/** Address at which EC2 tells machines of themselves. */
const METADATA_HOST = '169.254.169.254';

/** Surroundings of machines on AWS; a load balancer's name is known once it is made. */
export function surroundingsOf({ endpoint }: Pick<AwsCluster, 'endpoint'>): Surroundings {
  return {
    endpointHosts: endpoint.kind === 'external' ? [endpoint.host] : [],
    hasUnknownEndpoint: endpoint.kind === 'managed' && endpoint.scheme === 'internet-facing',
    cloudHosts: [METADATA_HOST],
    // Secrets Manager, the parameter store and a bucket have room for more.
    hasAnyUserData: true,
    families: [4],
  };
}
