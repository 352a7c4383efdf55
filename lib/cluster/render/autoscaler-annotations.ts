import { compact, joinLabels } from '../../base/fields';
import type { MachineSize } from '../model/machine-size';
import type { MeasuredPool } from '../model/node-capacity';
import { nodeCapacity } from '../model/node-capacity';
import { isSyncedLabel } from '../model/node-labels';
import type { PoolModel } from '../model/node-pool';
import { OS_LABEL } from '../model/windows';
import { autoscalingOptions } from './autoscaling-options';
import { sortedTaints } from './taints';

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

const ARCHITECTURE = 'kubernetes.io/arch';

/** What the autoscaler is told of a pool. */
export type AutoscaledPool = MeasuredPool &
  Pick<PoolModel, 'autoscale' | 'labels' | 'nodeLabels' | 'taints' | 'failureDomain' | 'os'>;

/** How labels get to the nodes of a cluster. */
export interface LabelsOfNodes {
  /** Regular expressions of labels that Cluster API copies from Machines besides its own. */
  readonly syncedLabels: readonly string[];
  /** Label with the name of a node's failure domain. */
  readonly failureDomainLabel: string;
}

/** Annotations by which the cluster autoscaler sizes a pool, from no machine on; none for a fixed pool. */
export function autoscalerAnnotations(
  pool: AutoscaledPool,
  size: MachineSize | undefined,
  ofNodes: LabelsOfNodes,
): Readonly<Record<string, string>> {
  if (pool.autoscale === undefined) return {};
  const capacity = nodeCapacity(pool, size);
  return compact({
    [CPU]: capacity.cpu,
    [DISK]: capacity.ephemeralDisk,
    [GPU_COUNT]: capacity.gpuCount?.toString(),
    [GPU_TYPE]: capacity.gpuType,
    [LABELS]: labelList(pool, size, ofNodes),
    [MAX_PODS]: capacity.maxPods?.toString(),
    [MEMORY]: capacity.memory,
    [TAINTS]: taintList(pool),
    [MAX_SIZE]: String(pool.autoscale.maxSize),
    [MIN_SIZE]: String(pool.autoscale.minSize),
    ...autoscalingOptions(pool.autoscale),
  }) as Readonly<Record<string, string>>;
}

function labelList(
  { labels, nodeLabels, failureDomain, os }: AutoscaledPool,
  size: MachineSize | undefined,
  ofNodes: LabelsOfNodes,
): string {
  const synced = Object.entries(labels).filter(([key]) => isSyncedLabel(key, ofNodes.syncedLabels));
  return joinLabels({
    ...(size?.architecture && { [ARCHITECTURE]: size.architecture }),
    ...Object.fromEntries(synced),
    ...nodeLabels,
    ...(os === 'windows' ? { [OS_LABEL]: os } : {}),
    ...(failureDomain === undefined ? {} : { [ofNodes.failureDomainLabel]: failureDomain }),
  });
}

function taintList({ taints }: AutoscaledPool): string {
  return sortedTaints(taints)
    .map(({ key, value = '', effect }) => `${key}=${value}:${effect}`)
    .join(',');
}
