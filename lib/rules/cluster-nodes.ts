import type { ClusterModel } from '../model/cluster';
import type { MachineModel, Taint } from '../model/machine';
import { nodeCapacity, type OfferedCapacity } from '../model/node-capacity';
import { isSyncedLabel, ZONE_LABEL } from '../model/node-labels';
import { flavorOf } from './flavor-of';

type Labels = Readonly<Record<string, string>>;

/** Label of the operating system of a node. */
export const OS_LABEL = 'kubernetes.io/os';

/** Nodes of one kind, as pods see them. */
export interface NodeKind {
  /** Name of the pool, or `control-plane`. */
  readonly name: string;
  /** Labels that the program gives the nodes. */
  readonly labels: Labels;
  /** Taints of the nodes. */
  readonly taints: readonly Taint[];
  /** What a node offers to pods, where it is known. */
  readonly capacity: OfferedCapacity;
}

const CONTROL_PLANE_ROLE = 'node-role.kubernetes.io/control-plane';

/** Kinds of nodes that a cluster has, the control plane first. */
export function nodeKinds({
  cloud,
  controlPlane,
  pools,
  profile,
}: ClusterModel): readonly NodeKind[] {
  const synced = profile.syncedLabels;
  const sizeOf = (machine: MachineModel, capacity = {}) =>
    nodeCapacity({ ...machine, capacity }, flavorOf(cloud, machine.flavor));
  return [
    {
      name: 'control-plane',
      labels: { ...nodeLabels(controlPlane, synced), [CONTROL_PLANE_ROLE]: '' },
      taints: controlPlane.schedulable ? [] : [{ key: CONTROL_PLANE_ROLE, effect: 'NoSchedule' }],
      capacity: sizeOf(controlPlane),
    },
    ...pools.map((pool) => ({
      name: pool.name,
      labels: {
        ...(pool.failureDomain === undefined ? {} : { [ZONE_LABEL]: pool.failureDomain }),
        ...nodeLabels(pool, synced),
        ...pool.nodeLabels,
      },
      taints: pool.taints,
      capacity: sizeOf(pool, pool.capacity),
    })),
  ];
}

function nodeLabels({ labels }: MachineModel, patterns: readonly string[]): Labels {
  const synced = Object.entries(labels).filter(([key]) => isSyncedLabel(key, patterns));
  return { [OS_LABEL]: 'linux', ...Object.fromEntries(synced) };
}
