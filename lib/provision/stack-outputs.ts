/** Output of a stack for one cluster. */
export interface ClusterOutput {
  /** Management cluster that creates it. */
  readonly managementCluster: string;
  /** Namespace of its objects there. */
  readonly namespace: string;
  /** Cloud that it runs on. */
  readonly cloud: string;
  /** Kubernetes version. */
  readonly kubernetesVersion: string;
  /** Address or name of the API server with its port, as a Pulumi input, if it is known. */
  readonly endpoint?: unknown;
  /** IDs of provisioned resources, and the floating IP, as Pulumi inputs. */
  readonly provisioned: Readonly<Record<string, unknown>>;
  /** Command that prints its kubeconfig, run against the management cluster. */
  readonly kubeconfigCommand: string;
}

/** Outputs of a stack. */
export interface StackOutputs {
  /** Clusters by construct path. */
  readonly clusters: Readonly<Record<string, ClusterOutput>>;
}
