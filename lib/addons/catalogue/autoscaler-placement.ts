import type { SecretSourceModel } from '../../secrets/model/secret-source';

/** Placement of the cluster autoscaler, as plain data. */
export type AutoscalerPlacementModel =
  | { readonly kind: 'management' }
  | {
      readonly kind: 'workload';
      readonly kubeconfigSecret: string;
      readonly source?: SecretSourceModel;
    }
  | { readonly kind: 'workloadPlaintext'; readonly kubeconfig: string };

/** Placement of the cluster autoscaler. */
export class AutoscalerPlacement {
  /** In the management cluster, next to the cluster's objects; none of its credentials leave the management cluster. */
  static managementCluster(): AutoscalerPlacement {
    return new AutoscalerPlacement({ kind: 'management' });
  }

  /**
   * In the workload cluster, with a kubeconfig of the management cluster that a Secret delivers.
   *
   * The Secret must have the type `addons.cluster.x-k8s.io/resource-set`, be in the cluster's namespace and contain the
   * manifest of a Secret `management-kubeconfig` in `kube-system` with the key `value`. For a cluster `prod-eu` and a
   * Secret `prod-eu-autoscaler`, create it with
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
     * Source of the Secret.
     *
     * @default - the Secret exists before the cluster
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
