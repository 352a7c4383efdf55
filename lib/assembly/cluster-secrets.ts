import { addonSecrets } from '../addons/model/addon-secrets';
import { fileSecrets } from '../kubeadm/model/secret-uses';
import { cloudSecrets } from '../openstack/model/cloud-secrets';
import { type ClusterSecret, joinedSecrets, usedSecret } from '../secrets/model/cluster-secret';
import type { AssembledCluster } from './model';

const known = new WeakMap<AssembledCluster, readonly ClusterSecret[]>();

/** Secrets of the management cluster that a cluster needs, by their namespaces and names. */
export function clusterSecrets(cluster: AssembledCluster): readonly ClusterSecret[] {
  const found = known.get(cluster) ?? collect(cluster);
  known.set(cluster, found);
  return found;
}

function collect(cluster: AssembledCluster): readonly ClusterSecret[] {
  const { namespace, addons } = cluster;
  return joinedSecrets([
    ...cloudSecrets(cluster),
    ...fileSecrets(cluster).map((use) => usedSecret(namespace, use)),
    ...addons.flatMap((addon) => addonSecrets(namespace, addon)),
  ]);
}
