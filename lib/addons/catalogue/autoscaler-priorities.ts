import type { PoolModel } from '../../cluster/model/node-pool';
import { zoneParts } from '../../cluster/model/pool-zones';
import type { AddonPayload } from '../model/addon';
import { scratchManifests } from './scratch-chart';

const NAME = 'cluster-autoscaler-priority-expander';
const EVERY_POOL = '.*';

/** Builds the ConfigMap with the priorities of pools for the expander `priority`; empty if no pool has one. */
export function priorityPayload(
  pools: readonly PoolModel[],
  namespace: string,
): readonly AddonPayload[] {
  const names = new Map<number, string[]>();
  for (const { autoscale, deploymentName } of pools.flatMap(zoneParts)) {
    if (autoscale?.priority === undefined) continue;
    const id = `^MachineDeployment/${namespace}/${deploymentName}$`;
    names.set(autoscale.priority, [...(names.get(autoscale.priority) ?? []), id]);
  }
  if (names.size === 0) return [];
  names.set(0, [EVERY_POOL]);
  const ranks = [...names].sort(([a], [b]) => b - a);
  const priorities = ranks.map(([rank, ids]) => `${rank}:\n${ids.map(item).join('')}`).join('');
  const documents = scratchManifests([NAME, priorities], (chart, k8s) => {
    new k8s.KubeConfigMap(chart, 'priorities', {
      metadata: { name: NAME, namespace: 'kube-system' },
      data: { priorities },
    });
  });
  return [{ kind: 'configMap', suffix: 'priorities', entries: [{ key: 'priorities', documents }] }];
}

function item(id: string): string {
  return `  - ${id}\n`;
}
