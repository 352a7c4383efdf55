/** Feature gates by name, with whether they are switched on. */
export type Gates = Readonly<Record<string, boolean>>;

/** Feature gates of Kubernetes, by the programs that know them. */
export interface KubernetesFeatureGates {
  /**
   * Gates of API server, controller manager, scheduler and every kubelet of the cluster's minor version.
   *
   * @default - every gate as Kubernetes ships it
   */
  readonly everywhere?: Gates;
  /**
   * Gates of the API server alone.
   *
   * @default - every gate as Kubernetes ships it
   */
  readonly apiServer?: Gates;
  /**
   * Gates of the controller manager alone.
   *
   * @default - every gate as Kubernetes ships it
   */
  readonly controllerManager?: Gates;
  /**
   * Gates of the scheduler alone.
   *
   * @default - every gate as Kubernetes ships it
   */
  readonly scheduler?: Gates;
  /**
   * Gates of kubelets alone, on control plane and pools of the cluster's minor version.
   *
   * @default - every gate as Kubernetes ships it
   */
  readonly kubelet?: Gates;
  /**
   * Gates of kubeadm itself, which no component knows.
   *
   * @default - every gate as kubeadm ships it
   * @see KubeadmConfigSpec.clusterConfiguration.featureGates (bootstrap.cluster.x-k8s.io)
   */
  readonly kubeadm?: Gates;
}

/** Programs that take their gates as an argument. */
export type GatedComponent = 'apiServer' | 'controllerManager' | 'scheduler' | 'kubelet';
