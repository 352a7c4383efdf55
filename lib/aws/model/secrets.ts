import { type ClusterSecret, usedSecret } from '../../secrets/model/cluster-secret';
import type { AwsCluster } from './cluster';
import { IDENTITY_KEYS, IDENTITY_NAMESPACE, writtenIdentities } from './identity';

/** Secrets of the management cluster with the keys of the users with whose rights a cluster is made. */
export function identitySecrets({
  path,
  identity,
}: Pick<AwsCluster, 'path' | 'identity'>): readonly ClusterSecret[] {
  return writtenIdentities(identity).flatMap(({ written }) => {
    if (written.kind !== 'static') return [];
    const { secretName: name, secretSource: source } = written;
    const use = { path, prop: 'identity', name, keys: IDENTITY_KEYS, ...(source && { source }) };
    return [usedSecret(IDENTITY_NAMESPACE, use, { ofIdentity: true })];
  });
}
