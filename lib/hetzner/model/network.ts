import type { ClusterRanges } from '../../cluster/model/cluster-ranges';
import type { NetworkModel } from '../../cluster/model/network';

/** MTU of a private network, in bytes. */
const PRIVATE_MTU = 1450;

/** Options of {@link HetznerNetwork.managed}. */
export interface HetznerManagedNetworkOptions extends ClusterRanges {
  /**
   * Range of the network, which is a private IPv4 range.
   *
   * @default '10.0.0.0/16'
   * @see HetznerCluster.spec.hcloudNetwork.cidrBlock (infrastructure.cluster.x-k8s.io)
   */
  readonly cidrBlock?: string;
  /**
   * Range of the only subnet, within the network. Machines and the load balancer get their addresses from it.
   *
   * @default '10.0.0.0/24'
   * @see HetznerCluster.spec.hcloudNetwork.subnetCidrBlock (infrastructure.cluster.x-k8s.io)
   */
  readonly subnetCidrBlock?: string;
}

/** Defaults of {@link HetznerManagedNetworkOptions}. */
export const HETZNER_NETWORK_DEFAULTS = Object.freeze({
  cidrBlock: '10.0.0.0/16',
  subnetCidrBlock: '10.0.0.0/24',
});

/** Network of a cluster's machines, as plain data. */
export type HetznerNetworkModel = NetworkModel &
  (
    | {
        readonly kind: 'managed';
        /** Range of the network. */
        readonly cidrBlock: string;
        /** Range of the subnet of the machines. */
        readonly nodeCidr: string;
      }
    | { readonly kind: 'public' }
  );

/** Network of a cluster: a private network that Cluster API creates, or only the internet. */
export class HetznerNetwork {
  /**
   * Uses a private network with one subnet, which Cluster API creates and deletes with the cluster.
   *
   * It is in the network zone of the control plane's regions and is immutable.
   */
  static managed(options: HetznerManagedNetworkOptions = {}): HetznerNetwork {
    const { cidrBlock, subnetCidrBlock } = options;
    return new HetznerNetwork(options, {
      kind: 'managed',
      cidrBlock: cidrBlock ?? HETZNER_NETWORK_DEFAULTS.cidrBlock,
      nodeCidr: subnetCidrBlock ?? HETZNER_NETWORK_DEFAULTS.subnetCidrBlock,
      mtu: PRIVATE_MTU,
    });
  }

  /** Uses no private network: machines reach each other, and are reached, at their public addresses. */
  static public(ranges: ClusterRanges = {}): HetznerNetwork {
    return new HetznerNetwork(ranges, { kind: 'public' });
  }

  private constructor(
    /** Address ranges inside the cluster. */
    readonly ranges: ClusterRanges,
    /** Model of the choice. */
    readonly model: HetznerNetworkModel,
  ) {}
}
