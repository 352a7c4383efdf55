/** When kubeadm pulls an image that the machine has already. */
export type ImagePullPolicy = 'Always' | 'IfNotPresent' | 'Never';

/** Settings of kubeadm on a machine that are the same in props and in the model. */
export interface KubeadmSettings {
  /**
   * Socket of the container runtime, such as `unix:///run/containerd/containerd.sock`.
   *
   * @default - the one that kubeadm finds
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.criSocket (bootstrap.cluster.x-k8s.io)
   */
  readonly criSocket?: string;
  /**
   * Checks before the start that may fail, such as `NumCPU`; `all` is every one.
   *
   * @default - every check must pass, but one that a disk for etcd fails
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.ignorePreflightErrors (bootstrap.cluster.x-k8s.io)
   */
  readonly ignorePreflightErrors?: readonly string[];
  /**
   * When kubeadm pulls an image that the machine has already.
   *
   * @default - never, as with `IfNotPresent`
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.imagePullPolicy (bootstrap.cluster.x-k8s.io)
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * Whether kubeadm pulls its images one after another; from Kubernetes 1.31 on.
   *
   * The kubelet's own pulls are set by the patch `{ serializeImagePulls: false }` of `kubeletconfiguration`.
   *
   * @default - true, as kubeadm has it
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.imagePullSerial (bootstrap.cluster.x-k8s.io)
   */
  readonly imagePullSerial?: boolean;
  /**
   * Phases of `kubeadm join` that are skipped.
   *
   * @default - no phase
   * @see KubeadmConfigSpec.joinConfiguration.skipPhases (bootstrap.cluster.x-k8s.io)
   */
  readonly skipPhases?: readonly string[];
}

/** Phases of the machine on which a cluster begins. */
export interface KubeadmInitSettings {
  /**
   * Phases of `kubeadm init` that are skipped, on the machine on which the cluster begins.
   *
   * `KubeProxy.none()` skips `addon/kube-proxy`.
   *
   * @default - no phase
   * @see KubeadmConfigSpec.initConfiguration.skipPhases (bootstrap.cluster.x-k8s.io)
   */
  readonly skipInitPhases?: readonly string[];
}

/** Time limits of kubeadm by the names of their props. */
export type KubeadmTimeout =
  | 'controlPlaneComponentHealthCheck'
  | 'discovery'
  | 'etcdAPICall'
  | 'kubeletHealthCheck'
  | 'kubernetesAPICall'
  | 'tlsBootstrap';

/** Time limits of kubeadm in seconds. */
export type KubeadmTimeouts = { readonly [T in KubeadmTimeout]?: number };

/** Settings of kubeadm on a machine, as plain data. */
export interface KubeadmModel extends KubeadmSettings, KubeadmInitSettings {
  /** Time limits in seconds. */
  readonly timeouts?: KubeadmTimeouts;
}
