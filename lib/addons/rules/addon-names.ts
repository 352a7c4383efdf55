import type { EquippedCluster } from '../model/cluster';
import { helmChartName } from '../model/helm-chart';

/** Lists the names that the addons of a cluster use in its namespace, each with its kind. */
export function addonObjects(cluster: EquippedCluster): readonly string[] {
  const { name, addons } = cluster;
  return addons.flatMap((addon) => [
    `addon ${name}-${addon.name}`,
    ...(addon.helmChart === undefined
      ? []
      : [`HelmChartProxy ${helmChartName(cluster, addon.name)}`]),
    ...addon.payload.flatMap((payload) => {
      if (payload.kind === 'existingSecret') return [];
      const suffix = payload.suffix === '' ? '' : `-${payload.suffix}`;
      const kind = payload.kind === 'secret' ? 'Secret' : 'ConfigMap';
      return [`${kind} ${name}-${addon.name}${suffix}`];
    }),
  ]);
}
