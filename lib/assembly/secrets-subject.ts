import type { ClusterModel } from '../cluster/model/cluster';
import { reservedSecrets } from '../kubeadm/model/reserved-secrets';
import type { SecretsSubject } from '../secrets/rules/secrets-subject';
import { clusterSecrets } from './cluster-secrets';

/** Secrets of a cluster, as rules look at them. */
export function secretsSubject(cluster: ClusterModel): SecretsSubject {
  return {
    path: cluster.path,
    secrets: clusterSecrets(cluster),
    taken: new Set([...reservedSecrets(cluster), ...writtenByAddons(cluster)]),
  };
}

function writtenByAddons({ name, addons }: ClusterModel): readonly string[] {
  return addons.flatMap((addon) =>
    addon.payload.flatMap((one) =>
      one.kind === 'secret' ? [`${name}-${suffixed(addon.name, one.suffix)}`] : [],
    ),
  );
}

function suffixed(addon: string, suffix: string): string {
  return suffix === '' ? addon : `${addon}-${suffix}`;
}
