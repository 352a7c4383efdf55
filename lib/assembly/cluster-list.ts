import type { AssembledCluster } from './model';

/** Version of the JSON of a list of clusters; it changes when members are removed or change their meaning. */
export const LIST_VERSION = 1;

/** Pool of a listed cluster. */
export interface ListedPool {
  /** Name of the pool. */
  readonly name: string;
  /** Number of machines; with `autoscale`, the minimum. */
  readonly min: number;
  /** Number of machines; with `autoscale`, the maximum. */
  readonly max: number;
}

/** A listed cluster, for other programs to read. */
export interface ListedCluster {
  /** Construct path. */
  readonly path: string;
  /** Name of the Cluster object. */
  readonly name: string;
  /** Namespace of the Cluster object. */
  readonly namespace: string;
  /** Name of its management cluster. */
  readonly managementCluster: string;
  /** Name of its cloud. */
  readonly cloud: string;
  /** Kind of the cloud, such as `openstack`. */
  readonly provider: string;
  /** Kubernetes version, such as `1.32.4`. */
  readonly kubernetesVersion: string;
  /** Number of control plane machines. */
  readonly controlPlane: number;
  /** Node pools. */
  readonly pools: readonly ListedPool[];
  /** Names of the addons. */
  readonly addons: readonly string[];
}

/** List of clusters, for other programs to read. */
export interface ClusterListJson {
  /** Version of this format. */
  readonly version: typeof LIST_VERSION;
  /** Clusters, in the order of the program. */
  readonly clusters: readonly ListedCluster[];
}

/** Lists clusters. */
export function clusterList(clusters: readonly AssembledCluster[]): ClusterListJson {
  return { version: LIST_VERSION, clusters: clusters.map(listed) };
}

function listed(cluster: AssembledCluster): ListedCluster {
  const { path, name, namespace, managementCluster, cloud, kubernetesVersion } = cluster;
  return {
    path,
    name,
    namespace,
    managementCluster,
    cloud: cloud.name,
    provider: cloud.kind,
    kubernetesVersion,
    controlPlane: cluster.controlPlane.replicas,
    pools: cluster.pools.map(({ name: pool, replicas, autoscale }) => ({
      name: pool,
      min: autoscale?.minSize ?? replicas ?? 1,
      max: autoscale?.maxSize ?? replicas ?? 1,
    })),
    addons: cluster.addons.map((addon) => addon.name),
  };
}
