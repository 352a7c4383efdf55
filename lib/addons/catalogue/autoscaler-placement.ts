import type { SecretSourceModel } from '../../secrets/model/secret-source';

/** Where the cluster autoscaler runs, as plain data. */
export type AutoscalerPlacementModel =
  | { readonly kind: 'management' }
  | {
      readonly kind: 'workload';
      readonly kubeconfigSecret: string;
      readonly source?: SecretSourceModel;
    }
  | { readonly kind: 'workloadPlaintext'; readonly kubeconfig: string };

/** Where the cluster autoscaler runs. */
export class AutoscalerPlacement {
  /** Beside the cluster's objects in the management cluster; no credential of it leaves it. */
  static managementCluster(): AutoscalerPlacement {
    return new AutoscalerPlacement({ kind: 'management' });
  }

  /**
   * In the workload cluster, with a kubeconfig of the management cluster that a Secret brings there.
   *
   * The Secret has the type `addons.cluster.x-k8s.io/resource-set`, is in the cluster's namespace and holds the
   * manifest of a Secret `management-kubeconfig` of `kube-system` with the key `value`. For a cluster `prod-eu` and a
   * Secret `prod-eu-autoscaler` it is made by
   *
   * ```sh
   * kubectl create secret generic management-kubeconfig --namespace kube-system \
   *   --from-file=value=kubeconfig --dry-run=client --output=yaml > management-kubeconfig.yaml
   * kubectl create secret generic prod-eu-autoscaler --namespace prod-eu \
   *   --type=addons.cluster.x-k8s.io/resource-set --from-file=management-kubeconfig.yaml
   * ```
   */
  static workloadCluster(options: {
    /** Name of the Secret. */
    readonly kubeconfigSecret: string;
    /**
     * Where the Secret comes from.
     *
     * @default - it exists before the cluster
     */
    readonly source?: SecretSourceModel;
  }): AutoscalerPlacement {
    return new AutoscalerPlacement({ kind: 'workload', ...options });
  }

  /** In the workload cluster, with a kubeconfig of the management cluster in plain text in the manifests. */
  static workloadClusterWithPlaintextKubeconfig(options: {
    readonly kubeconfig: string;
  }): AutoscalerPlacement {
    return new AutoscalerPlacement({ kind: 'workloadPlaintext', ...options });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: AutoscalerPlacementModel,
  ) {}
}
