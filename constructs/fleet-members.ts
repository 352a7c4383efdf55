import type { IConstruct } from 'constructs';
import { handedOver, handOverOf, readHandOvers } from '../lib/assembly/provisioning';
import { mistakesOf } from '../lib/base/failure';
import { collect } from '../lib/input/refusals';
import type { ClusterTurn } from '../lib/output/cluster-turn';
import type { ManagementTurn } from '../lib/output/management-folders';
import { validateTree } from '../lib/output/user-charts';
import { isUnplaced } from './construct-input';
import type { ConstructPaths } from './construct-paths';
import { turn } from './fleet-turn';
import { ManagementCluster } from './management-cluster';
import { WorkloadCluster } from './workload-cluster';

/** Management clusters and clusters of a fleet, in the order of the program. */
export class FleetMembers {
  constructor(private readonly fleet: IConstruct) {}

  /** Returns every management cluster. */
  managementClusters(): ManagementCluster[] {
    const found: ManagementCluster[] = [];
    const visit = (construct: IConstruct): void => {
      if (construct instanceof ManagementCluster) found.push(construct);
      if (!isOurs(construct)) construct.node.children.forEach(visit);
    };
    visit(this.fleet);
    return found;
  }

  /** Returns every management cluster that has a place in the tree, as plain data. */
  managementTurns(): ManagementTurn[] {
    return this.managementClusters()
      .filter((management) => !isUnplaced(management))
      .map(({ node: { id, path }, profile }) => ({ name: id, path, profile }));
  }

  /** Returns the names of all clusters, including those that are built later. */
  clusterNames(): string[] {
    return this.managementClusters().flatMap((management) => [
      ...management.node.children.filter(isOurs).map((cluster) => cluster.node.id),
      ...management.deferredClusters,
    ]);
  }

  /** Builds and returns the clusters one after the other, with what stacks have found out about them. */
  *turns(
    paths: ConstructPaths,
    handOverFolder: string,
    handOverIds: boolean,
  ): Generator<ClusterTurn> {
    const handOvers = readHandOvers(handOverFolder);
    const turnsOf = (cluster: WorkloadCluster): readonly ClusterTurn[] => {
      const entry = handOvers.get(cluster.clusterPath);
      const model = this.guarded(cluster.clusterPath, 'model', () => cluster.model());
      if (model === undefined) return [];
      const handOver = entry && handOverOf(entry, handOverIds);
      return [turn(cluster, handOver === undefined ? model : handedOver(model, handOver), paths)];
    };
    for (const management of this.managementClusters()) {
      for (const cluster of management.node.children) {
        if (isOurs(cluster) && !isUnplaced(cluster)) yield* turnsOf(cluster);
      }
      for (const name of management.deferredClusters) {
        const cluster = this.deferred(management, name);
        if (cluster !== undefined) yield* turnsOf(cluster);
        management.forgetDeferredCluster(name);
      }
    }
  }

  /** Builds a deferred cluster; a failure is a mistake and returns undefined. */
  private deferred(management: ManagementCluster, name: string): WorkloadCluster | undefined {
    const path = `${management.node.path}/${name}`;
    return this.guarded(path, 'addClusters', () => {
      const cluster = management.buildDeferredCluster(name);
      if (!isOurs(cluster)) {
        throw new Error('the builder created no WorkloadCluster with that name');
      }
      this.guarded(path, 'validation', () => validateTree(cluster));
      return cluster;
    });
  }

  /** Returns what a function makes; an error in the user's own code is a mistake next to all others. */
  private guarded<T>(path: string, prop: string, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      collect(this.fleet.node.root, mistakesOf(path, prop, error));
      return undefined;
    }
  }
}

/** Tells whether a construct is a cluster of this library. */
export function isOurs(construct: unknown): construct is WorkloadCluster {
  return construct instanceof WorkloadCluster;
}
