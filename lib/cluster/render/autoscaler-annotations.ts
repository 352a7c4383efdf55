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

type Labels = Readonly<Record<string, string>>;

/** Fields of a pool that its autoscaler annotations are derived from. */
export type AutoscaledPool = MeasuredPool &
  Pick<PoolModel, 'autoscale' | 'labels' | 'nodeLabels' | 'taints' | 'os'>;

/** Provider-specific facts that the autoscaler annotations of a pool depend on. */
export interface AutoscaledSurroundings {
  /** Patterns of labels that Cluster API syncs to nodes. */
  readonly syncedLabels: readonly string[];
  /** Node labels with the failure domain of the pool. */
  readonly failureDomainLabels: Labels;
  /** Whether the provider reports CPUs, memory and architecture itself; absent for no. */
  readonly reportsCapacity?: true | undefined;
}

/** Returns the annotations by which the autoscaler scales a pool, also from zero; none for a pool of fixed size. */
export function autoscalerAnnotations(
  pool: AutoscaledPool,
  size: MachineSize | undefined,
  { syncedLabels, failureDomainLabels, reportsCapacity }: AutoscaledSurroundings,
): Readonly<Record<string, string>> {
  if (pool.autoscale === undefined) return {};
  const capacity = nodeCapacity(pool, size);
  // What a user states has precedence over what a provider reports.
  const stated = reportsCapacity === true ? pool.capacity : capacity;
  const architecture = reportsCapacity === true ? undefined : size?.architecture;
  return compact({
    [CPU]: stated.cpu,
    [DISK]: capacity.ephemeralDisk,
    [GPU_COUNT]: capacity.gpuCount?.toString(),
    [GPU_TYPE]: capacity.gpuType,
    [LABELS]: joinLabels({
      ...(architecture && { [ARCHITECTURE]: architecture }),
      ...labelsOfNodes(pool, syncedLabels),
      ...failureDomainLabels,
    }),
    [MAX_PODS]: capacity.maxPods?.toString(),
    [MEMORY]: stated.memory,
    [TAINTS]: taintList(pool),
    [MAX_SIZE]: String(pool.autoscale.maxSize),
    [MIN_SIZE]: String(pool.autoscale.minSize),
    ...autoscalingOptions(pool.autoscale),
  }) as Readonly<Record<string, string>>;
}

function labelsOfNodes(
  { labels, nodeLabels, os }: AutoscaledPool,
  syncedLabels: readonly string[],
): Labels {
  const synced = Object.entries(labels).filter(([key]) => isSyncedLabel(key, syncedLabels));
  return {
    ...Object.fromEntries(synced),
    ...nodeLabels,
    ...(os === 'windows' ? { [OS_LABEL]: os } : {}),
  };
}

function taintList({ taints }: AutoscaledPool): string {
  return sortedTaints(taints)
    .map(({ key, value = '', effect }) => `${key}=${value}:${effect}`)
    .join(',');
}
