import { reservedSecrets } from '../kubeadm/model/reserved-secrets';
import type { SecretsSubject } from '../secrets/rules/secrets-subject';
import { clusterSecrets } from './cluster-secrets';
import type { AssembledCluster } from './model';

/** Returns the Secrets of a cluster as a subject for rules. */
export function secretsSubject(cluster: AssembledCluster): SecretsSubject {
  return {
    path: cluster.path,
    secrets: clusterSecrets(cluster),
    taken: new Set([...reservedSecrets(cluster), ...writtenByAddons(cluster)]),
  };
}

function writtenByAddons({ name, addons }: AssembledCluster): readonly string[] {
  return addons.flatMap((addon) =>
    addon.payload.flatMap((one) =>
      one.kind === 'secret' ? [`${name}-${suffixed(addon.name, one.suffix)}`] : [],
    ),
  );
}

function suffixed(addon: string, suffix: string): string {
  return suffix === '' ? addon : `${addon}-${suffix}`;
}
