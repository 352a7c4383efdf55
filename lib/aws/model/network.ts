import type { ClusterRanges } from '../../cluster/model/cluster-ranges';
import type { NetworkModel } from '../../cluster/model/network';

/** Subnet that the provider makes in a VPC of its own. */
export interface AwsSubnet {
  /**
   * Name of the subnet, which must not begin with `subnet-`.
   *
   * @see AWSCluster.spec.network.subnets.id (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Range of its addresses.
   *
   * @see AWSCluster.spec.network.subnets.cidrBlock (infrastructure.cluster.x-k8s.io)
   */
  readonly cidr: string;
  /**
   * Availability zone, such as `eu-central-1a`.
   *
   * @see AWSCluster.spec.network.subnets.availabilityZone (infrastructure.cluster.x-k8s.io)
   */
  readonly availabilityZone: string;
  /**
   * Whether it has a way to the internet of its own, as load balancers and NAT gateways need it; machines are in others.
   *
   * @default false
   * @see AWSCluster.spec.network.subnets.isPublic (infrastructure.cluster.x-k8s.io)
   */
  readonly public?: boolean;
}

/** Options of networks of either kind. */
export interface AwsNetworkOptions extends ClusterRanges {
  /**
   * Largest packet of the network, in bytes, from which that of pods derives.
   *
   * @default - each node finds it out
   */
  readonly mtu?: number;
}

/** Options of {@link AwsNetwork.managed}. */
export interface AwsManagedNetworkOptions extends AwsNetworkOptions {
  /**
   * Range of the VPC, from a /28 to a /16.
   *
   * @see AWSCluster.spec.network.vpc.cidrBlock (infrastructure.cluster.x-k8s.io)
   */
  readonly nodeCidr: string;
  /**
   * Subnets of the VPC: a public and a private one in each zone, the zone of the first private one being that of pools
   * without `failureDomain`.
   *
   * @default - a public and a private subnet in each of some zones, which share the range
   * @see AWSCluster.spec.network.subnets (infrastructure.cluster.x-k8s.io)
   */
  readonly subnets?: readonly AwsSubnet[];
  /**
   * Most zones in which subnets are made where none are stated.
   *
   * @default 3
   * @see AWSCluster.spec.network.vpc.availabilityZoneUsageLimit (infrastructure.cluster.x-k8s.io)
   */
  readonly zoneLimit?: number;
  /**
   * Whether those are the first by name, or any.
   *
   * @default 'Ordered'
   * @see AWSCluster.spec.network.vpc.availabilityZoneSelection (infrastructure.cluster.x-k8s.io)
   */
  readonly zoneSelection?: 'Ordered' | 'Random';
}

/** Options of {@link AwsNetwork.fromId}. */
export interface AwsAdoptedNetworkOptions extends AwsNetworkOptions {
  /**
   * Identifiers of the subnets that the cluster uses; public ones for an endpoint that faces the internet.
   *
   * @default - all subnets of the VPC
   * @see AWSCluster.spec.network.subnets.id (infrastructure.cluster.x-k8s.io)
   */
  readonly subnetIds?: readonly string[];
  /**
   * Range of the VPC, for checks and firewall rules; nothing is made from it.
   *
   * @default - overlaps with this network are not checked
   */
  readonly nodeCidr?: string;
}

/** Defaults of {@link AwsManagedNetworkOptions} and {@link AwsSubnet}. */
export const AWS_NETWORK_DEFAULTS = Object.freeze({
  zoneLimit: 3,
  zoneSelection: 'Ordered',
  public: false,
} as const);

/** Network of a cluster's machines, as plain data. */
export type AwsNetworkModel = NetworkModel &
  (
    | {
        readonly kind: 'managed';
        readonly nodeCidr: string;
        readonly subnets: readonly Required<AwsSubnet>[];
        readonly zoneLimit: number;
        readonly zoneSelection: 'Ordered' | 'Random';
      }
    | {
        readonly kind: 'adopted';
        readonly vpcId: string;
        readonly subnetIds: readonly string[];
        readonly nodeCidr?: string;
      }
  );

/** Network of a cluster: a VPC that Cluster API makes, or one that is adopted. */
export class AwsNetwork {
  /** VPC, subnets, gateways and routes that Cluster API makes and deletes with the cluster. */
  static managed(options: AwsManagedNetworkOptions): AwsNetwork {
    const { subnets = [], zoneLimit, zoneSelection, nodeCidr, mtu } = options;
    return new AwsNetwork(options, {
      kind: 'managed',
      nodeCidr,
      subnets: subnets.map((subnet) => ({ public: AWS_NETWORK_DEFAULTS.public, ...subnet })),
      zoneLimit: zoneLimit ?? AWS_NETWORK_DEFAULTS.zoneLimit,
      zoneSelection: zoneSelection ?? AWS_NETWORK_DEFAULTS.zoneSelection,
      ...(mtu === undefined ? {} : { mtu }),
    });
  }

  /** VPC that exists, by its identifier; it outlives the cluster. */
  static fromId(vpcId: string, options: AwsAdoptedNetworkOptions = {}): AwsNetwork {
    const { subnetIds = [], nodeCidr, mtu } = options;
    return new AwsNetwork(options, {
      kind: 'adopted',
      vpcId,
      subnetIds,
      ...(nodeCidr === undefined ? {} : { nodeCidr }),
      ...(mtu === undefined ? {} : { mtu }),
    });
  }

  private constructor(
    /** Address ranges inside the cluster. */
    readonly ranges: ClusterRanges,
    /** Model data of the choice. */
    readonly model: AwsNetworkModel,
  ) {}
}
