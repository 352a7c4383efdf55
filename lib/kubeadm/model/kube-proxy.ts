/** How kube-proxy brings the traffic of Services to their pods. */
export type KubeProxyMode = 'iptables' | 'ipvs' | 'nftables';

/** Options of {@link KubeProxy.with}, by the names of kube-proxy's own configuration. */
export interface KubeProxyOptions {
  /**
   * How the traffic of Services is brought to their pods; `nftables` from Kubernetes 1.31 on.
   *
   * @default - `iptables`
   */
  readonly mode?: KubeProxyMode;
  /**
   * Settings of the mode `ipvs`.
   *
   * @default - kube-proxy's own
   */
  readonly ipvs?: KubeProxyIpvs;
  /**
   * Address and port where metrics are served, such as `0.0.0.0:10249`.
   *
   * @default - to the machine itself only
   */
  readonly metricsBindAddress?: string;
  /**
   * Ranges of addresses of machines at which node ports answer.
   *
   * @default - every address
   */
  readonly nodePortAddresses?: readonly string[];
  /**
   * Limits of connection tracking.
   *
   * @default - kube-proxy's own
   */
  readonly conntrack?: KubeProxyConntrack;
}

/** Settings of kube-proxy's mode `ipvs`. */
export interface KubeProxyIpvs {
  /**
   * Scheduler that chooses a pod, such as `rr` or `lc`.
   *
   * @default 'rr'
   */
  readonly scheduler?: string;
  /**
   * Whether machines answer ARP for addresses of their own interfaces only, which MetalLB needs.
   *
   * @default false
   */
  readonly strictARP?: boolean;
}

/** Limits of kube-proxy's connection tracking. */
export interface KubeProxyConntrack {
  /**
   * Most connections for each CPU; 0 leaves the kernel's limit.
   *
   * @default 32768
   */
  readonly maxPerCore?: number;
  /**
   * Fewest connections that can be tracked.
   *
   * @default 131072
   */
  readonly min?: number;
}

/** What forwards the traffic of Services, as plain data. */
export type KubeProxyModel =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'configured' } & KubeProxyOptions);

/** What forwards the traffic of Services on the nodes of a cluster. */
export class KubeProxy {
  /**
   * kube-proxy with settings of its own.
   *
   * kubeadm reads them once, when the cluster begins, and keeps them in the ConfigMap `kube-proxy` of the namespace
   * `kube-system`, from which every node has them. In a cluster that is there, change them there; see the page about
   * control planes.
   */
  static with(options: KubeProxyOptions): KubeProxy {
    return new KubeProxy({ kind: 'configured', ...options });
  }

  /**
   * No kube-proxy, for a network plugin that takes its place, as Cilium does with `kubeProxyReplacement`.
   *
   * In a cluster that is there, delete the DaemonSet and the ConfigMap `kube-proxy` of `kube-system` besides.
   */
  static none(): KubeProxy {
    return new KubeProxy({ kind: 'none' });
  }

  private constructor(
    /** Choice as plain data. */
    readonly model: KubeProxyModel,
  ) {}
}
