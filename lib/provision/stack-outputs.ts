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
  /** Address or name of the API server with its port, as a Pulumi input, where that is known. */
  readonly endpoint?: unknown;
  /** Identifiers of what was made, and the floating address, as Pulumi inputs. */
  readonly provisioned: Readonly<Record<string, unknown>>;
  /** Command that prints its kubeconfig, run against the management cluster. */
  readonly kubeconfigCommand: string;
}

/** Outputs of a stack. */
export interface StackOutputs {
  /** Clusters by their construct paths. */
  readonly clusters: Readonly<Record<string, ClusterOutput>>;
}
