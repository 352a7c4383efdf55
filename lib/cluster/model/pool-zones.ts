import type { AutoscaleModel } from './autoscale';
import type { PoolModel } from './node-pool';

/**
 * Splits a pool into parts with one MachineDeployment each: one for every zone, or the pool itself.
 *
 * Numbers of machines are divided evenly; the remainder goes to the first zones by name.
 */
export function zoneParts<P extends PoolModel>(pool: P): readonly P[] {
  const { failureDomains, deploymentName, replicas, autoscale } = pool;
  if (failureDomains === undefined || failureDomains.length === 0) return [pool];
  const count = failureDomains.length;
  return [...failureDomains].sort().map((zone, index) => ({
    ...pool,
    failureDomains: undefined,
    failureDomain: zone,
    deploymentName: `${deploymentName}-${zoneSuffix(zone)}`,
    replicas: replicas === undefined ? undefined : portion(replicas, count, index),
    autoscale: autoscale && sharedBounds(autoscale, count, index),
  }));
}

/** Returns the name suffix of a pool's objects in a zone. */
export function zoneSuffix(zone: string): string {
  return zone
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function sharedBounds(autoscale: AutoscaleModel, count: number, index: number): AutoscaleModel {
  return {
    ...autoscale,
    minSize: portion(autoscale.minSize, count, index),
    maxSize: portion(autoscale.maxSize, count, index),
  };
}

function portion(total: number, count: number, index: number): number {
  return Math.floor(total / count) + (index < total % count ? 1 : 0);
}
