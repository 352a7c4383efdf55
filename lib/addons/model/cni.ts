/** Network plugin of a cluster, with the settings that firewall rules and the MTU depend on. */
export type CniModel =
  | {
      readonly kind: 'calico';
      readonly encapsulation: CalicoEncapsulation;
      readonly bgp: boolean;
      readonly typha: boolean;
    }
  | {
      readonly kind: 'cilium';
      readonly routing: CiliumRouting;
      readonly hubble: boolean;
      readonly wireguard: boolean;
    };

/** Encapsulation of packets between nodes with Calico. */
export type CalicoEncapsulation = 'ipip' | 'vxlan' | 'none';

/** Routing of packets between nodes with Cilium. */
export type CiliumRouting = 'vxlan' | 'geneve' | 'native';

/** Options of {@link Cni.calico}. */
export interface CalicoNetworkOptions {
  /**
   * Encapsulation of packets between nodes.
   *
   * @default 'ipip'
   */
  readonly encapsulation?: CalicoEncapsulation;
  /**
   * Whether nodes exchange routes over BGP.
   *
   * @default - true, except with VXLAN, which does not need BGP
   */
  readonly bgp?: boolean;
  /**
   * Whether Typha runs between the nodes and the API server.
   *
   * @default false
   */
  readonly typha?: boolean;
}

/** Options of {@link Cni.cilium}. */
export interface CiliumNetworkOptions {
  /**
   * Routing of packets between nodes.
   *
   * @default 'vxlan'
   */
  readonly routing?: CiliumRouting;
  /**
   * Whether Hubble Relay connects to the agents.
   *
   * @default true
   */
  readonly hubble?: boolean;
  /**
   * Whether traffic between nodes is encrypted with WireGuard.
   *
   * @default false
   */
  readonly wireguard?: boolean;
}

/** Defaults of {@link CalicoNetworkOptions}. */
export const CALICO_NETWORK_DEFAULTS = Object.freeze({ encapsulation: 'ipip', typha: false });

/** Defaults of {@link CiliumNetworkOptions}. */
export const CILIUM_NETWORK_DEFAULTS = Object.freeze({
  routing: 'vxlan',
  hubble: true,
  wireguard: false,
});

/** Network plugin of a cluster, from which its security group rules are derived. */
export class Cni {
  /** Calico, no matter how it is installed. */
  static calico(options: CalicoNetworkOptions = {}): Cni {
    return new Cni(calicoModel(options));
  }

  /** Cilium, no matter how it is installed. */
  static cilium(options: CiliumNetworkOptions = {}): Cni {
    return new Cni({ kind: 'cilium', ...CILIUM_NETWORK_DEFAULTS, ...options });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: CniModel,
  ) {}
}

/** Returns the model data of Calico. */
export function calicoModel(options: CalicoNetworkOptions): Extract<CniModel, { kind: 'calico' }> {
  const encapsulation = options.encapsulation ?? CALICO_NETWORK_DEFAULTS.encapsulation;
  return {
    kind: 'calico',
    encapsulation,
    bgp: options.bgp ?? encapsulation !== 'vxlan',
    typha: options.typha ?? CALICO_NETWORK_DEFAULTS.typha,
  };
}
