import { type ClusterSecret, usedSecret } from '../../secrets/model/cluster-secret';
import type { AzureCluster } from './cluster';
import { IDENTITY_KEYS } from './identity';

/** Returns the management cluster's Secret with the password or certificate of a cluster's identity. */
export function identitySecrets({
  path,
  identity: { ref, written },
}: Pick<AzureCluster, 'path' | 'identity'>): readonly ClusterSecret[] {
  if (written?.kind !== 'servicePrincipal' && written?.kind !== 'servicePrincipalCertificate') {
    return [];
  }
  const { secretName: name, secretSource: source } = written;
  const use = { path, prop: 'identity', name, keys: IDENTITY_KEYS, ...(source && { source }) };
  return [usedSecret(ref.namespace, use, { ofIdentity: true })];
}
