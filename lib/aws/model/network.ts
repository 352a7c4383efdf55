import type { ClusterRanges } from '../../cluster/model/cluster-ranges';
import type { NetworkModel } from '../../cluster/model/network';

/** Subnet that the provider creates in a managed VPC. */
export interface AwsSubnet {
  /**
   * Name of the subnet, which must not start with `subnet-`.
   *
   * @see AWSCluster.spec.network.subnets.id (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * CIDR range of the subnet.
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
   * Whether the subnet has a route to an internet gateway, as load balancers and NAT gateways need. Machines are in private
   * subnets.
   *
   * @default false
   * @see AWSCluster.spec.network.subnets.isPublic (infrastructure.cluster.x-k8s.io)
   */
  readonly public?: boolean;
}

/** Options of all networks. */
export interface AwsNetworkOptions extends ClusterRanges {
  /**
   * MTU of the network, in bytes. The MTU of pods is derived from it.
   *
   * @default - each node detects it
   */
  readonly mtu?: number;
}

/** Options of {@link AwsNetwork.managed}. */
export interface AwsManagedNetworkOptions extends AwsNetworkOptions {
  /**
   * CIDR range of the VPC, from a /28 to a /16.
   *
   * @see AWSCluster.spec.network.vpc.cidrBlock (infrastructure.cluster.x-k8s.io)
   */
  readonly nodeCidr: string;
  /**
   * Subnets of the VPC: a public and a private one in each zone. Pools without `failureDomain` are in the zone of the first
   * private subnet.
   *
   * @default - a public and a private subnet in each of up to `zoneLimit` zones, which divide the range
   * @see AWSCluster.spec.network.subnets (infrastructure.cluster.x-k8s.io)
   */
  readonly subnets?: readonly AwsSubnet[];
  /**
   * Maximum number of zones with subnets when `subnets` is not set.
   *
   * @default 3
   * @see AWSCluster.spec.network.vpc.availabilityZoneUsageLimit (infrastructure.cluster.x-k8s.io)
   */
  readonly zoneLimit?: number;
  /**
   * Whether these are the first zones by name, or random ones.
   *
   * @default 'Ordered'
   * @see AWSCluster.spec.network.vpc.availabilityZoneSelection (infrastructure.cluster.x-k8s.io)
   */
  readonly zoneSelection?: 'Ordered' | 'Random';
}

/** Options of {@link AwsNetwork.fromId}. */
export interface AwsAdoptedNetworkOptions extends AwsNetworkOptions {
  /**
   * IDs of the subnets that the cluster uses, including public ones for an internet-facing endpoint.
   *
   * @default - all subnets of the VPC
   * @see AWSCluster.spec.network.subnets.id (infrastructure.cluster.x-k8s.io)
   */
  readonly subnetIds?: readonly string[];
  /**
   * CIDR range of the VPC, used only for checks and security group rules.
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

/** Network of a cluster: a VPC that Cluster API creates, or an existing one. */
export class AwsNetwork {
  /** VPC, subnets, gateways and routes that Cluster API creates and deletes with the cluster. */
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

  /** Existing VPC by its ID; it outlives the cluster. */
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
    /** Address ranges of pods and services. */
    readonly ranges: ClusterRanges,
    /** Model of the choice. */
    readonly model: AwsNetworkModel,
  ) {}
}
