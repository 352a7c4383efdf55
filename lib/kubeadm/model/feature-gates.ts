/** Feature gates by name, and whether each is enabled. */
export type Gates = Readonly<Record<string, boolean>>;

/** Feature gates of Kubernetes, by component. */
export interface KubernetesFeatureGates {
  /**
   * Gates of the API server, controller manager, scheduler and every kubelet of the cluster's minor version.
   *
   * @default - the defaults of Kubernetes
   */
  readonly everywhere?: Gates;
  /**
   * Gates that apply only to the API server.
   *
   * @default - the defaults of Kubernetes
   */
  readonly apiServer?: Gates;
  /**
   * Gates that apply only to the controller manager.
   *
   * @default - the defaults of Kubernetes
   */
  readonly controllerManager?: Gates;
  /**
   * Gates that apply only to the scheduler.
   *
   * @default - the defaults of Kubernetes
   */
  readonly scheduler?: Gates;
  /**
   * Gates that apply only to kubelets, on the control plane and on pools of the cluster's minor version.
   *
   * @default - the defaults of Kubernetes
   */
  readonly kubelet?: Gates;
  /**
   * Gates of kubeadm itself, which the components do not have.
   *
   * @default - the defaults of kubeadm
   * @see KubeadmConfigSpec.clusterConfiguration.featureGates (bootstrap.cluster.x-k8s.io)
   */
  readonly kubeadm?: Gates;
}

/** Components that take feature gates as an argument. */
export type GatedComponent = 'apiServer' | 'controllerManager' | 'scheduler' | 'kubelet';
