import type { ControlPlaneModel } from './control-plane';
import { largestSize, type PoolModel } from './node-pool';

/** Returns the most control-plane machines at a time: the replicas and the surge of a rollout. */
export function mostOfControlPlane({
  replicas,
  rollout,
}: Pick<ControlPlaneModel, 'replicas' | 'rollout'>): number {
  return withSurge(replicas, rollout.maxSurge ?? 1);
}

/** Returns the most machines of a pool at a time: its largest size and the surge of a rollout. */
export function mostOfPool(pool: Pick<PoolModel, 'autoscale' | 'replicas' | 'rollout'>): number {
  return withSurge(largestSize(pool), pool.rollout.maxSurge ?? 1);
}

/** Adds the surge of a rollout; Cluster API rounds percentages up. */
function withSurge(size: number, surge: number | string): number {
  if (size === 0) return 0;
  if (typeof surge === 'number') return size + surge;
  const percent = /^(\d+)%$/.exec(surge)?.[1];
  return size + Math.ceil(percent === undefined ? Number(surge) : (size * Number(percent)) / 100);
}
