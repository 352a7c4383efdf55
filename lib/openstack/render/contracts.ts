import { providerOf } from '../../cluster/model/profile';
import type { OpenStackCluster } from '../model/cluster';
import type { InfrastructureContract } from './infrastructure-contract';
import { infrastructureV1beta1 } from './infrastructure-v1beta1';
import { infrastructureV1beta2 } from './infrastructure-v1beta2';

/** Returns the contract for the version of the provider's API group in a management cluster. */
export function contractOf(
  cluster: Pick<OpenStackCluster, 'path' | 'profile' | 'cloud'>,
): InfrastructureContract {
  const { apiVersion } = providerOf(cluster);
  return apiVersion === 'v1beta1' ? infrastructureV1beta1 : infrastructureV1beta2;
}
