import type { Flavor } from '../model/cloud';
import { nodeCapacity } from '../model/node-capacity';
import { isSyncedLabel, ZONE_LABEL } from '../model/node-labels';
import type { PoolModel } from '../model/node-pool';
import { compact, joinLabels } from './fields';
import { sortedTaints } from './node-registration';

const CPU = 'capacity.cluster-autoscaler.kubernetes.io/cpu';
const DISK = 'capacity.cluster-autoscaler.kubernetes.io/ephemeral-disk';
const GPU_COUNT = 'capacity.cluster-autoscaler.kubernetes.io/gpu-count';
const GPU_TYPE = 'capacity.cluster-autoscaler.kubernetes.io/gpu-type';
const LABELS = 'capacity.cluster-autoscaler.kubernetes.io/labels';
const MAX_PODS = 'capacity.cluster-autoscaler.kubernetes.io/maxPods';
const MEMORY = 'capacity.cluster-autoscaler.kubernetes.io/memory';
const TAINTS = 'capacity.cluster-autoscaler.kubernetes.io/taints';
const MAX_SIZE = 'cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size';
const MIN_SIZE = 'cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size';

/** Annotations by which the cluster autoscaler sizes a pool, from no machine on; none for a fixed pool. */
export function autoscalerAnnotations(
  pool: PoolModel,
  flavor: Flavor | undefined,
): Readonly<Record<string, string>> {
  if (pool.autoscale === undefined) return {};
  const capacity = nodeCapacity(pool, flavor);
  return compact({
    [CPU]: capacity.cpu,
    [DISK]: capacity.ephemeralDisk,
    [GPU_COUNT]: capacity.gpuCount?.toString(),
    [GPU_TYPE]: capacity.gpuType,
    [LABELS]: labelList(pool),
    [MAX_PODS]: capacity.maxPods?.toString(),
    [MEMORY]: capacity.memory,
    [TAINTS]: taintList(pool),
    [MAX_SIZE]: String(pool.autoscale.maxSize),
    [MIN_SIZE]: String(pool.autoscale.minSize),
  }) as Readonly<Record<string, string>>;
}

function labelList({ labels, nodeLabels, failureDomain }: PoolModel): string {
  const all: Record<string, string> = {};
  for (const key in labels) if (isSyncedLabel(key)) all[key] = labels[key] as string;
  if (failureDomain !== undefined) all[ZONE_LABEL] = failureDomain;
  return joinLabels(Object.assign(all, nodeLabels));
}

function taintList({ taints }: PoolModel): string {
  if (taints.length === 0) return '';
  return sortedTaints(taints)
    .map(({ key, value = '', effect }) => `${key}=${value}:${effect}`)
    .join(',');
}
