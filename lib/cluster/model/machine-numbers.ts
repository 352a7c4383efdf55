import type { ControlPlaneModel } from './control-plane';
import { largestSize, type PoolModel } from './node-pool';

/** Most machines of a control plane at a time: their number and what a rollout adds. */
export function mostOfControlPlane({
  replicas,
  rollout,
}: Pick<ControlPlaneModel, 'replicas' | 'rollout'>): number {
  return withSurge(replicas, rollout.maxSurge ?? 1);
}

/** Most machines of a pool at a time: its largest size and what a rollout adds. */
export function mostOfPool(pool: Pick<PoolModel, 'autoscale' | 'replicas' | 'rollout'>): number {
  return withSurge(largestSize(pool), pool.rollout.maxSurge ?? 1);
}

/** Machines while they are replaced, of which Cluster API rounds a percentage up. */
function withSurge(size: number, surge: number | string): number {
  if (size === 0) return 0;
  if (typeof surge === 'number') return size + surge;
  const percent = /^(\d+)%$/.exec(surge)?.[1];
  return size + Math.ceil(percent === undefined ? Number(surge) : (size * Number(percent)) / 100);
}
