import type { AssembledCluster } from '../lib/assembly/model';
import type { RenderedObject } from '../lib/assembly/render-cluster';
import type { ClusterTurn } from '../lib/output/cluster-turn';
import type { ConstructPaths } from './construct-paths';
import type { WorkloadCluster } from './workload-cluster';

/** Turn of a cluster that may be rendered with other facts than those of its files. */
export interface FleetTurn extends ClusterTurn {
  readonly renderWith: (model: AssembledCluster) => readonly RenderedObject[];
}

/** Turn of a cluster whose objects are those of a model of it. */
export function turn(
  cluster: WorkloadCluster,
  model: AssembledCluster,
  paths: ConstructPaths,
): FleetTurn {
  return {
    model,
    modelOnly: cluster.isModelOnly(),
    render: () => cluster.renderModel(model),
    renderWith: (other) => cluster.renderModel(other),
    extraObjects: () => {
      const objects = cluster.extraObjects();
      paths.addAll(objects);
      return objects.map((object) => object.toJson());
    },
  };
}
