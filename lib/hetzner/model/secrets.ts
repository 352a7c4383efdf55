import { type ClusterSecret, usedSecret } from '../../secrets/model/cluster-secret';
import type { HetznerCluster } from './cluster';
import { rescueKeys } from './rescue-key';

/** Returns the Secrets in the management cluster that the provider reads for a cluster. */
export function hetznerSecrets({
  path,
  namespace,
  hetznerSecret,
  rescueKey,
}: Pick<
  HetznerCluster,
  'path' | 'namespace' | 'hetznerSecret' | 'rescueKey'
>): readonly ClusterSecret[] {
  const { secretName: name, keys, source } = hetznerSecret;
  const token = {
    path,
    prop: 'hetznerSecret',
    name,
    keys: [keys.hcloudToken],
    ...(source && { source }),
  };
  if (rescueKey === undefined) return [usedSecret(namespace, token)];
  const rescue = {
    path,
    prop: 'rescueKey',
    name: rescueKey.secretName,
    keys: rescueKeys(rescueKey),
  };
  return [usedSecret(namespace, token), usedSecret(namespace, rescue)];
}
