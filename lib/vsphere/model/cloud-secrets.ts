import { type ClusterSecret, usedSecret } from '../../secrets/model/cluster-secret';
import type { VSphereCluster } from './cluster';

/** Keys of a Secret with an account of a vCenter. */
export const ACCOUNT_KEYS: readonly string[] = Object.freeze(['password', 'username']);

/** Name of the Secret that brings an account of the vCenter into a cluster, unless an addon says otherwise. */
export function addonAccountName(cluster: string): string {
  return `${cluster}-vsphere-account`;
}

/** Secret of the management cluster with the account of a cluster. */
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
