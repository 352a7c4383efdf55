import { oneOfEquals } from '../../base/one-of-equals';
import { type CloudModel, sizeOf } from '../../cluster/model/cloud';
import type { ClusterModel } from '../../cluster/model/cluster';
import { CONTROL_PLANE_TAINT, type MachineModel, type Taint } from '../../cluster/model/machine';
import { nodeCapacity, type OfferedCapacity } from '../../cluster/model/node-capacity';
import { failureDomainLabels, isSyncedLabel } from '../../cluster/model/node-labels';
import { largestSize, type PoolModel } from '../../cluster/model/node-pool';
import { zoneParts } from '../../cluster/model/pool-zones';
import { OS_LABEL } from '../../cluster/model/windows';

type Labels = Readonly<Record<string, string>>;

/** Kind of nodes that pods can be scheduled to. */
export interface NodeKind {
  /** Name of the pool, or `control-plane`. */
  readonly name: string;
  /** Labels that the program sets on the nodes. */
  readonly labels: Labels;
  /** Taints of the nodes. */
  readonly taints: readonly Taint[];
  /** Resources that a node offers to pods, where they are known. */
  readonly capacity: OfferedCapacity;
  /** GPU resources of any machine size or pool of the cluster, not only of this one. */
  readonly gpuTypes: readonly string[];
}

/** Number of different lists of node kinds that are cached. */
const KEPT = 256;
const CONTROL_PLANE_ROLE = CONTROL_PLANE_TAINT.key;

/** Tells whether nodes belong to the control plane. */
export function isControlPlane({ labels }: NodeKind): boolean {
  return Object.hasOwn(labels, CONTROL_PLANE_ROLE);
}

/** Tells whether a pool can have nodes at all. */
function hasNodes(pool: PoolModel): boolean {
  return largestSize(pool) > 0;
}

const known = new WeakMap<ClusterModel, readonly NodeKind[]>();
const oneNodes = oneOfEquals<readonly NodeKind[]>(KEPT);

/** Lists the kinds of nodes that a cluster has or can get, the control plane first; equal clusters share one list. */
export function nodeKinds(cluster: ClusterModel): readonly NodeKind[] {
  const found = known.get(cluster) ?? oneNodes(nodesOf(cluster));
  known.set(cluster, found);
  return found;
}

function nodesOf(cluster: ClusterModel): readonly NodeKind[] {
  const { cloud, controlPlane, pools, profile } = cluster;
  const synced = profile.syncedLabels;
  const gpuTypes = gpuTypesOf(cloud, pools);
  const capacityOf = (machine: MachineModel, capacity = {}) =>
    nodeCapacity({ ...machine, capacity }, sizeOf(cloud, machine.size));
  return [
    {
      name: 'control-plane',
      labels: { ...nodeLabels(controlPlane, synced), [CONTROL_PLANE_ROLE]: '' },
      taints: [
        ...(controlPlane.schedulable ? [] : [CONTROL_PLANE_TAINT]),
        ...(controlPlane.taints ?? []),
      ],
      capacity: capacityOf(controlPlane),
      gpuTypes,
    },
    ...pools
      .filter(hasNodes)
      .flatMap(zoneParts)
      .map((pool) => ({
        name: pool.name,
        labels: {
          ...nodeLabels(pool, synced),
          ...pool.nodeLabels,
          ...(pool.os === undefined ? {} : { [OS_LABEL]: pool.os }),
          ...failureDomainLabels(cluster, pool.failureDomain),
        },
        taints: pool.taints,
        capacity: capacityOf(pool, pool.capacity),
        gpuTypes,
      })),
  ];
}

function gpuTypesOf({ sizes }: CloudModel, pools: readonly PoolModel[]): readonly string[] {
  const ofSizes = Object.values(sizes).map(({ gpu }) => gpu?.type);
  const ofPools = pools.flatMap(({ gpu, capacity }) => [gpu?.type, capacity.gpuType]);
  return [...new Set([...ofSizes, ...ofPools].filter((type) => type !== undefined))];
}

function nodeLabels({ labels }: MachineModel, patterns: readonly string[]): Labels {
  const synced = Object.entries(labels).filter(([key]) => isSyncedLabel(key, patterns));
  return { [OS_LABEL]: 'linux', ...Object.fromEntries(synced) };
}
