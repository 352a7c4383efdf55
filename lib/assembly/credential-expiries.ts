import type { Expiry } from '../cluster/model/credential-expiry';
import type { AssembledCluster } from './model';
import { providerOfCluster } from './provider-registry';

/** Ends of a cluster's credentials, as far as they are known. */
export function expiriesOf(cluster: AssembledCluster): readonly Expiry[] {
  return providerOfCluster(cluster).expiries?.(cluster) ?? [];
}
