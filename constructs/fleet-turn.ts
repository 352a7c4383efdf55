import type { AssembledCluster } from '../lib/assembly/model';
import type { ClusterTurn } from '../lib/output/cluster-turn';
import type { ConstructPaths } from './construct-paths';
import type { WorkloadCluster } from './workload-cluster';

/** Returns the turn of a cluster whose objects are rendered from a model. */
export function turn(
  cluster: WorkloadCluster,
  model: AssembledCluster,
  paths: ConstructPaths,
): ClusterTurn {
  const { patch } = cluster;
  return {
    model,
    ...(patch && { patchShared: patch }),
    modelOnly: cluster.isModelOnly(),
    render: (other = model) => cluster.renderModel(other),
    extraObjects: () => {
      const objects = cluster.extraObjects();
      paths.addAll(objects);
      return objects.map((object) => object.toJson());
    },
  };
}
