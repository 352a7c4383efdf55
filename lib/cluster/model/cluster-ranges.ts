/** Address ranges inside a cluster, independent of the network of its machines. */
export interface ClusterRanges {
  /**
   * Pod address ranges, at most one per family.
   *
   * @default ['192.168.0.0/16']
   * @see Cluster.spec.clusterNetwork.pods.cidrBlocks (cluster.x-k8s.io)
   */
  readonly podCidrs?: readonly string[];
  /**
   * Service address ranges, at most one per family.
   *
   * @default ['10.96.0.0/12']
   * @see Cluster.spec.clusterNetwork.services.cidrBlocks (cluster.x-k8s.io)
   */
  readonly serviceCidrs?: readonly string[];
  /**
   * DNS domain of services.
   *
   * @default 'cluster.local'
   * @see Cluster.spec.clusterNetwork.serviceDomain (cluster.x-k8s.io)
   */
  readonly serviceDomain?: string;
}

/** Defaults of {@link ClusterRanges}. */
export const CLUSTER_RANGE_DEFAULTS = Object.freeze({
  podCidrs: Object.freeze(['192.168.0.0/16']),
  serviceCidrs: Object.freeze(['10.96.0.0/12']),
  serviceDomain: 'cluster.local',
});
