import { type ClusterSecret, usedSecret } from '../../secrets/model/cluster-secret';
import type { AwsCluster } from './cluster';
import { IDENTITY_KEYS, IDENTITY_NAMESPACE, writtenIdentities } from './identity';

/** Returns the management cluster's Secrets with the access keys of a cluster's static identities. */
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
