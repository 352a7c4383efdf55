/** Network plugin of a cluster, as far as firewalls and packet sizes must know it. */
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

/** How Calico wraps packets between nodes. */
export type CalicoEncapsulation = 'ipip' | 'vxlan' | 'none';

/** How Cilium moves packets between nodes. */
export type CiliumRouting = 'vxlan' | 'geneve' | 'native';

/** Options of {@link Cni.calico}. */
export interface CalicoNetworkOptions {
  /**
   * How packets between nodes are wrapped.
   *
   * @default 'ipip'
   */
  readonly encapsulation?: CalicoEncapsulation;
  /**
   * Whether nodes exchange routes by BGP.
   *
   * @default - true, but for VXLAN, which does without
   */
  readonly bgp?: boolean;
  /**
   * Whether Typha stands between the nodes and the API server.
   *
   * @default false
   */
  readonly typha?: boolean;
}

/** Options of {@link Cni.cilium}. */
export interface CiliumNetworkOptions {
  /**
   * How packets between nodes are moved.
   *
   * @default 'vxlan'
   */
  readonly routing?: CiliumRouting;
  /**
   * Whether Hubble's relay reaches the agents.
   *
   * @default true
   */
  readonly hubble?: boolean;
  /**
   * Whether traffic between nodes is encrypted by WireGuard.
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
  /** Calico, however it is installed. */
  static calico(options: CalicoNetworkOptions = {}): Cni {
    return new Cni(calicoModel(options));
  }

  /** Cilium, however it is installed. */
  static cilium(options: CiliumNetworkOptions = {}): Cni {
    return new Cni({ kind: 'cilium', ...CILIUM_NETWORK_DEFAULTS, ...options });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: CniModel,
  ) {}
}

/** Model data of Calico. */
export function calicoModel(options: CalicoNetworkOptions): Extract<CniModel, { kind: 'calico' }> {
  const encapsulation = options.encapsulation ?? CALICO_NETWORK_DEFAULTS.encapsulation;
  return {
    kind: 'calico',
    encapsulation,
    bgp: options.bgp ?? encapsulation !== 'vxlan',
    typha: options.typha ?? CALICO_NETWORK_DEFAULTS.typha,
  };
}
