/** Label by which a cluster's ClusterResourceSets select only this cluster. */
export const CLUSTER_LABEL = 'capi-fleet/cluster';

/** Label with the name of the namespace, which every namespace has. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';
