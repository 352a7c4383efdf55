/** When kubeadm pulls an image that the machine already has. */
export type ImagePullPolicy = 'Always' | 'IfNotPresent' | 'Never';

/** Settings of kubeadm on a machine that are the same in props and in the model. */
export interface KubeadmSettings {
  /**
   * Socket of the container runtime, such as `unix:///run/containerd/containerd.sock`.
   *
   * @default - the socket that kubeadm detects
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.criSocket (bootstrap.cluster.x-k8s.io)
   */
  readonly criSocket?: string;
  /**
   * Preflight checks whose errors are ignored, such as `NumCPU`; `all` ignores every check.
   *
   * @default - every check must pass, except one that a dedicated disk for etcd fails
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.ignorePreflightErrors (bootstrap.cluster.x-k8s.io)
   */
  readonly ignorePreflightErrors?: readonly string[];
  /**
   * When kubeadm pulls an image that the machine already has.
   *
   * @default - never, as with `IfNotPresent`
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.imagePullPolicy (bootstrap.cluster.x-k8s.io)
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * Whether kubeadm pulls its images serially; requires Kubernetes 1.31 or newer.
   *
   * For the kubelet's own pulls, use the patch `{ serializeImagePulls: false }` of `kubeletconfiguration`.
   *
   * @default - kubeadm's default, true
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.imagePullSerial (bootstrap.cluster.x-k8s.io)
   */
  readonly imagePullSerial?: boolean;
  /**
   * Phases of `kubeadm join` to skip.
   *
   * @default - no phases
   * @see KubeadmConfigSpec.joinConfiguration.skipPhases (bootstrap.cluster.x-k8s.io)
   */
  readonly skipPhases?: readonly string[];
}

/** Phases of the first control-plane machine. */
export interface KubeadmInitSettings {
  /**
   * Phases of `kubeadm init` to skip, on the first control-plane machine.
   *
   * `KubeProxy.none()` skips `addon/kube-proxy`.
   *
   * @default - no phases
   * @see KubeadmConfigSpec.initConfiguration.skipPhases (bootstrap.cluster.x-k8s.io)
   */
  readonly skipInitPhases?: readonly string[];
}

/** Timeouts of kubeadm by prop name. */
export type KubeadmTimeout =
  | 'controlPlaneComponentHealthCheck'
  | 'discovery'
  | 'etcdAPICall'
  | 'kubeletHealthCheck'
  | 'kubernetesAPICall'
  | 'tlsBootstrap';

/** Timeouts of kubeadm in seconds. */
export type KubeadmTimeouts = { readonly [T in KubeadmTimeout]?: number };

/** Settings of kubeadm on a machine, as plain data. */
export interface KubeadmModel extends KubeadmSettings, KubeadmInitSettings {
  /** Timeouts in seconds. */
  readonly timeouts?: KubeadmTimeouts;
}
