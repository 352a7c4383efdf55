/** Mode in which kube-proxy forwards Service traffic to pods. */
export type KubeProxyMode = 'iptables' | 'ipvs' | 'nftables';

/** Options of {@link KubeProxy.with}, named as in kube-proxy's configuration. */
export interface KubeProxyOptions {
  /**
   * Mode in which Service traffic is forwarded to pods; `nftables` requires Kubernetes 1.31 or newer.
   *
   * @default - `iptables`
   */
  readonly mode?: KubeProxyMode;
  /**
   * Settings of the mode `ipvs`.
   *
   * @default - kube-proxy's defaults
   */
  readonly ipvs?: KubeProxyIpvs;
  /**
   * Address and port on which metrics are served, such as `0.0.0.0:10249`.
   *
   * @default - metrics are served only to the machine itself
   */
  readonly metricsBindAddress?: string;
  /**
   * Ranges of machine addresses on which node ports accept connections.
   *
   * @default - every address
   */
  readonly nodePortAddresses?: readonly string[];
  /**
   * Limits of connection tracking.
   *
   * @default - kube-proxy's defaults
   */
  readonly conntrack?: KubeProxyConntrack;
}

/** Settings of kube-proxy's mode `ipvs`. */
export interface KubeProxyIpvs {
  /**
   * Scheduler that selects a pod, such as `rr` or `lc`.
   *
   * @default 'rr'
   */
  readonly scheduler?: string;
  /**
   * Whether machines answer ARP only for addresses of their own interfaces, which MetalLB needs.
   *
   * @default false
   */
  readonly strictARP?: boolean;
}

/** Limits of kube-proxy's connection tracking. */
export interface KubeProxyConntrack {
  /**
   * Maximum number of connections per CPU; 0 keeps the kernel's limit.
   *
   * @default 32768
   */
  readonly maxPerCore?: number;
  /**
   * Minimum number of connections that can be tracked.
   *
   * @default 131072
   */
  readonly min?: number;
}

/** Settings of kube-proxy, as plain data. */
export type KubeProxyModel =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'configured' } & KubeProxyOptions);

/** Settings of kube-proxy, which forwards Service traffic on nodes, or its replacement. */
export class KubeProxy {
  /**
   * Runs kube-proxy with the given settings.
   *
   * kubeadm reads them only once, when the cluster is created, and stores them in the ConfigMap `kube-proxy` in the
   * namespace `kube-system`, from which every node reads them. In an existing cluster, change the ConfigMap too; see the
   * page about control planes.
   */
  static with(options: KubeProxyOptions): KubeProxy {
    return new KubeProxy({ kind: 'configured', ...options });
  }

  /**
   * Leaves kube-proxy out, for a network plugin that replaces it, such as Cilium with `kubeProxyReplacement`.
   *
   * In an existing cluster, also delete the DaemonSet and the ConfigMap `kube-proxy` in `kube-system`.
   */
  static none(): KubeProxy {
    return new KubeProxy({ kind: 'none' });
  }

  private constructor(
    /** Choice as plain data. */
    readonly model: KubeProxyModel,
  ) {}
}
