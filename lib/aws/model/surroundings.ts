import type { Surroundings } from '../../cluster/model/cluster';
import type { AwsCluster } from './cluster';

/** Address of the EC2 instance metadata service. */
const METADATA_HOST = '169.254.169.254';

/** Returns the surroundings of machines on AWS. The host name of a load balancer is known only after its creation. */
export function surroundingsOf({ endpoint }: Pick<AwsCluster, 'endpoint'>): Surroundings {
  return {
    endpointHosts: endpoint.kind === 'external' ? [endpoint.host] : [],
    hasUnknownEndpoint: endpoint.kind === 'managed' && endpoint.scheme === 'internet-facing',
    cloudHosts: [METADATA_HOST],
    // Secrets Manager, the parameter store and a bucket hold more than EC2 user data.
    hasAnyUserData: true,
    families: [4],
  };
}
