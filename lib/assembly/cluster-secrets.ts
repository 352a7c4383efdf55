import { addonSecrets } from '../addons/model/addon-secrets';
import { fileSecrets } from '../kubeadm/model/secret-uses';
import { type ClusterSecret, joinedSecrets, usedSecret } from '../secrets/model/cluster-secret';
import type { AssembledCluster } from './model';
import { providerOfCluster } from './provider-registry';

const known = new WeakMap<AssembledCluster, readonly ClusterSecret[]>();

/** Returns the Secrets of the management cluster that a cluster needs, by namespace and name. */
export function clusterSecrets(cluster: AssembledCluster): readonly ClusterSecret[] {
  const found = known.get(cluster) ?? collect(cluster);
  known.set(cluster, found);
  return found;
}

function collect(cluster: AssembledCluster): readonly ClusterSecret[] {
  const { namespace, addons } = cluster;
  return joinedSecrets([
    ...(providerOfCluster(cluster).secrets?.(cluster) ?? []),
    ...fileSecrets(cluster).map((use) => usedSecret(namespace, use)),
    ...addons.flatMap((addon) => addonSecrets(namespace, addon)),
  ]);
}
