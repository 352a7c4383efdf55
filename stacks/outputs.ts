import type { ClusterModel, Fleet } from '../constructs/index';

/** What a stack tells of one cluster. */
export interface ClusterOutput {
  /** Management cluster that makes it. */
  readonly managementCluster: string;
  /** Namespace of its objects there. */
  readonly namespace: string;
  /** Cloud that it runs on. */
  readonly cloud: string;
  /** Kubernetes version that it is at. */
  readonly kubernetesVersion: string;
  /** Command that prints its kubeconfig, run against the management cluster. */
  readonly kubeconfigCommand: string;
}

/** Outputs of the clusters of a fleet, by their path. */
export function describeFleet(fleet: Fleet): Record<string, ClusterOutput> {
  return Object.fromEntries(fleet.clusterModels().map((model) => [model.path, describe(model)]));
}

function describe(model: ClusterModel): ClusterOutput {
  const { name, namespace, managementCluster, cloud, kubernetesVersion } = model;
  return {
    managementCluster,
    namespace,
    cloud: cloud.name,
    kubernetesVersion,
    kubeconfigCommand: `kubectl -n ${namespace} get secret ${name}-kubeconfig -o jsonpath={.data.value} | base64 -d`,
  };
}
