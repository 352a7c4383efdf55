import type { ClusterModel } from '../model/cluster';
import type { MachineModel } from '../model/machine';
import type { PoolModel } from '../model/node-pool';

/** Machines of a cluster that are alike: its control plane, or a pool. */
export interface MachineGroup {
  /** Construct path. */
  readonly path: string;
  /** What the names of its machines, and so of its servers, begin with, before a dash. */
  readonly prefix: string;
  readonly machine: MachineModel;
  /** Most machines at a time: the largest size, and what a rollout adds. */
  readonly largest: number;
  /** Availability zones that its machines are told to be in. */
  readonly zones: readonly string[];
  /** Prop that has them. */
  readonly zonesProp: 'failureDomains' | 'failureDomain';
}

/** Control plane and pools of a cluster. */
export function machineGroups({ name, controlPlane, pools }: ClusterModel): MachineGroup[] {
  const { replicas, rollout, failureDomains = [], omitAvailabilityZone } = controlPlane;
  return [
    {
      path: controlPlane.path,
      prefix: `${name}-control-plane`,
      machine: controlPlane,
      largest: withSurge(replicas, rollout.maxSurge ?? 1),
      zones: omitAvailabilityZone ? [] : failureDomains,
      zonesProp: 'failureDomains' as const,
    },
    ...pools.map((pool) => ({
      path: pool.path,
      prefix: pool.deploymentName,
      machine: pool,
      largest: largestPool(pool),
      zones: pool.failureDomain === undefined ? [] : [pool.failureDomain],
      zonesProp: 'failureDomain' as const,
    })),
  ];
}

/** Most machines of a pool at a time: its largest size and what a rollout adds. */
export function largestPool({ autoscale, replicas, rollout }: PoolModel): number {
  return withSurge(autoscale?.maxSize ?? replicas ?? 1, rollout.maxSurge ?? 1);
}

/** Machines while they are replaced, of which Cluster API rounds a percentage up. */
function withSurge(size: number, surge: number | string): number {
  if (size === 0) return 0;
  if (typeof surge === 'number') return size + surge;
  const percent = /^(\d+)%$/.exec(surge)?.[1];
  return size + Math.ceil(percent === undefined ? Number(surge) : (size * Number(percent)) / 100);
}
