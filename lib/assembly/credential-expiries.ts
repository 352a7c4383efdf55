import type { Expiry } from '../cluster/model/credential-expiry';
import type { AssembledCluster } from './model';
import { providerOfCluster } from './provider-registry';

/** Returns the known expiry times of a cluster's credentials. */
export function expiriesOf(cluster: AssembledCluster): readonly Expiry[] {
  return providerOfCluster(cluster).expiries?.(cluster) ?? [];
}
