/** Label by which a cluster's ClusterResourceSets select it and no other one. */
export const CLUSTER_LABEL = 'capi-fleet/cluster';

/** Label of every namespace, with its name. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';
