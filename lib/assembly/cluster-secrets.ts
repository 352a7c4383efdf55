import { addonSecrets } from '../addons/model/addon-secrets';
import type { ClusterModel } from '../cluster/model/cluster';
import { fileSecrets } from '../kubeadm/model/secret-uses';
import { cloudSecrets } from '../openstack/model/cloud-secrets';
import { type ClusterSecret, joinedSecrets, usedSecret } from '../secrets/model/cluster-secret';

const known = new WeakMap<ClusterModel, readonly ClusterSecret[]>();

/** Secrets of the management cluster that a cluster needs, by their namespaces and names. */
export function clusterSecrets(cluster: ClusterModel): readonly ClusterSecret[] {
  const found = known.get(cluster) ?? collect(cluster);
  known.set(cluster, found);
  return found;
}

function collect(cluster: ClusterModel): readonly ClusterSecret[] {
  const { namespace, addons } = cluster;
  return joinedSecrets([
    ...cloudSecrets(cluster),
    ...fileSecrets(cluster).map((use) => usedSecret(namespace, use)),
    ...addons.flatMap((addon) => addonSecrets(namespace, addon)),
  ]);
}
