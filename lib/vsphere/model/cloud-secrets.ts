import { type ClusterSecret, usedSecret } from '../../secrets/model/cluster-secret';
import type { VSphereCluster } from './cluster';

/** Keys of a Secret with a vCenter account. */
export const ACCOUNT_KEYS: readonly string[] = Object.freeze(['password', 'username']);

/** Returns the default name of the Secret that delivers a vCenter account to a cluster. */
export function addonAccountName(cluster: string): string {
  return `${cluster}-vsphere-account`;
}

/** Returns the Secret in the management cluster that holds the account of a cluster. */
export function identitySecrets({
  path,
  namespace,
  identity,
}: Pick<VSphereCluster, 'path' | 'namespace' | 'identity'>): readonly ClusterSecret[] {
  if (identity.kind !== 'secret') return [];
  const { secretName: name, source } = identity;
  const use = { path, prop: 'identity', name, keys: ACCOUNT_KEYS, ...(source && { source }) };
  return [usedSecret(namespace, use)];
}
