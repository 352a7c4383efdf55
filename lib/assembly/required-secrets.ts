import { workloadSecrets } from '../addons/rules/workload-secrets';
import type { ClusterSecret } from '../secrets/model/cluster-secret';
import { clusterSecrets } from './cluster-secrets';
import type { AssembledCluster } from './model';
import type { RequiredSecret } from './required-secret';

/**
 * Returns the Secrets that a cluster needs: those in its management cluster, and those that addon pods read in the
 * cluster itself.
 */
export function requiredSecrets(cluster: AssembledCluster): readonly RequiredSecret[] {
  return [...managementSecrets(cluster), ...addonSecrets(cluster)];
}

/** Returns the Secrets that a cluster needs in its management cluster. */
export function managementSecrets(cluster: AssembledCluster): readonly RequiredSecret[] {
  return clusterSecrets(cluster).map((secret) => managementSecret(cluster, secret));
}

function managementSecret(
  { path, managementCluster }: AssembledCluster,
  secret: ClusterSecret,
): RequiredSecret {
  const { namespace, name, keys, type, carries, uses, writtenBy, expiresAt } = secret;
  return {
    cluster: path,
    managementCluster,
    where: 'management',
    namespace,
    name,
    keys,
    ...(type === undefined ? {} : { type }),
    ...(carries === undefined ? {} : { carries }),
    for: [...new Set(uses.map((use) => `${use.path}: ${use.prop}`))],
    ...(writtenBy === undefined ? {} : { writtenBy }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

function addonSecrets({
  path,
  managementCluster,
  addons,
}: AssembledCluster): readonly RequiredSecret[] {
  const found = new Map<string, RequiredSecret>();
  const carried = new Set(
    addons.flatMap(({ payload }) =>
      payload.flatMap((one) =>
        one.kind === 'existingSecret' && one.carries !== undefined
          ? [`${one.carries.namespace}/${one.carries.name}`]
          : [],
      ),
    ),
  );
  for (const addon of addons) {
    for (const { namespace, name, keys, title } of workloadSecrets(addon)) {
      const key = `${namespace}/${name}`;
      if (carried.has(key)) continue;
      const other = found.get(key);
      found.set(key, {
        cluster: path,
        managementCluster,
        where: 'workload',
        namespace,
        name,
        keys: [...new Set([...(other?.keys ?? []), ...keys])].sort(),
        for: [...new Set([...(other?.for ?? []), `${addon.path}: ${title}`])],
      });
    }
  }
  return [...found.values()];
}
