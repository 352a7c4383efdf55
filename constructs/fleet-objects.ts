import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { sharedKey } from '../lib/assembly/shared-objects';
import { type Issue, ValidationError } from '../lib/base/errors';
import { mistakesOf } from '../lib/base/failure';
import { sharedIn } from './cluster-handles';
import { WorkloadCluster } from './workload-cluster';

/**
 * Renders the objects of clusters as constructs, those that clusters share once, and adds the user's own in a tree.
 *
 * @throws ValidationError with every mistake in the clusters.
 */
export function fleetObjects(
  fleet: IConstruct,
  clusters: readonly WorkloadCluster[],
): readonly ApiObject[] {
  const issues: Issue[] = [];
  const shared = new Map<string, ApiObject>();
  const objects = clusters.flatMap((cluster) => {
    try {
      const own = cluster.renderObjects();
      addShared(shared, cluster);
      return own;
    } catch (error) {
      issues.push(...mistakesOf(cluster.clusterPath, 'objects', error));
      return [];
    }
  });
  if (issues.length > 0) throw new ValidationError(issues);
  return [...objects, ...shared.values(), ...objectsOutside(fleet)];
}

/** Adds the objects that a cluster shares with others, unless an earlier cluster has added them. */
function addShared(shared: Map<string, ApiObject>, cluster: WorkloadCluster): void {
  for (const object of sharedIn(cluster)) {
    const key = `${cluster.names.managementCluster} ${sharedKey(object)}`;
    if (shared.has(key)) continue;
    shared.set(key, cluster.sharedObject(object.kind, object.metadata.name));
  }
}

/** Returns the objects in a tree that are in no cluster. */
function objectsOutside(construct: IConstruct): readonly ApiObject[] {
  if (construct instanceof WorkloadCluster) return [];
  const inner = construct.node.children.flatMap(objectsOutside);
  return construct instanceof ApiObject ? [construct, ...inner] : inner;
}
