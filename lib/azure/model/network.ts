import { blockOf, tryParseCidr } from '../../base/cidr';
import type { ClusterRanges } from '../../cluster/model/cluster-ranges';
import type { NetworkModel } from '../../cluster/model/network';
import type { AzureSecurityRule } from './security-rule';

/** Role of a subnet: for the control plane, for workers, or for both. */
export type AzureSubnetRole = 'control-plane' | 'node' | 'cluster';

/** NAT gateway through which the machines of a subnet reach the internet. */
export interface AzureNatGateway {
  /**
   * Name of the gateway.
   *
   * @see AzureCluster.spec.networkSpec.subnets.natGateway.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Name of its public IP.
   *
   * @default - a name that the provider derives from the gateway's name
   * @see AzureCluster.spec.networkSpec.subnets.natGateway.ip.name (infrastructure.cluster.x-k8s.io)
   */
  readonly publicIpName?: string;
  /**
   * Availability zone of the gateway.
   *
   * @default - a zone that Azure chooses
   * @see AzureCluster.spec.networkSpec.subnets.natGateway.zones (infrastructure.cluster.x-k8s.io)
   */
  readonly zone?: '1' | '2' | '3';
}

/** Subnet of a network; it must exist if the network does. */
export interface AzureSubnet {
  /**
   * Name of the subnet.
   *
   * @see AzureCluster.spec.networkSpec.subnets.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Role of the subnet. A network has one `control-plane` and at least one `node` subnet, or a single `cluster` subnet for both.
   *
   * @see AzureCluster.spec.networkSpec.subnets.role (infrastructure.cluster.x-k8s.io)
   */
  readonly role: AzureSubnetRole;
  /**
   * CIDR range of the subnet, of which Azure reserves five addresses.
   *
   * @see AzureCluster.spec.networkSpec.subnets.cidrBlocks (infrastructure.cluster.x-k8s.io)
   */
  readonly cidr: string;
}

/** Existing subnet. */
export interface AzureAdoptedSubnet extends AzureSubnet {
  /**
   * Name of its network security group, in which the cloud controller opens ports for Services of type LoadBalancer.
   *
   * @default - the cluster's name with `-node-nsg`, or with `-controlplane-nsg` for a control plane
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.name (infrastructure.cluster.x-k8s.io)
   */
  readonly securityGroup?: string;
  /**
   * Name of its route table.
   *
   * @default - the cluster's name with `-node-routetable`
   * @see AzureCluster.spec.networkSpec.subnets.routeTable.name (infrastructure.cluster.x-k8s.io)
   */
  readonly routeTable?: string;
}

/** Subnet that Cluster API creates. */
export interface AzureManagedSubnet extends AzureSubnet {
  /**
   * Security rules in addition to Azure's defaults, which allow traffic inside the network and deny it from outside.
   *
   * For a control plane, the library adds a rule that opens the API server's port to everywhere, unless a rule named
   * `allow_apiserver` opens it.
   *
   * @default - only the rule for the API server
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules (infrastructure.cluster.x-k8s.io)
   */
  readonly securityRules?: readonly AzureSecurityRule[];
  /**
   * NAT gateway of workers; a control plane subnet has none.
   *
   * @default - a gateway that the provider creates for workers
   * @see AzureCluster.spec.networkSpec.subnets.natGateway (infrastructure.cluster.x-k8s.io)
   */
  readonly natGateway?: AzureNatGateway;
  /**
   * Azure services that machines reach through service endpoints inside Azure's network, such as `Microsoft.Storage`.
   *
   * @default - services are reached at their public addresses
   * @see AzureCluster.spec.networkSpec.subnets.serviceEndpoints (infrastructure.cluster.x-k8s.io)
   */
  readonly serviceEndpoints?: readonly string[];
}

/** Peering of a cluster's network with another one. */
export interface AzurePeering {
  /**
   * Name of the other network.
   *
   * @see AzureCluster.spec.networkSpec.vnet.peerings.remoteVnetName (infrastructure.cluster.x-k8s.io)
   */
  readonly vnetName: string;
  /**
   * Resource group of the other network.
   *
   * @default - the cluster's resource group
   * @see AzureCluster.spec.networkSpec.vnet.peerings.resourceGroup (infrastructure.cluster.x-k8s.io)
   */
  readonly resourceGroup?: string;
}

/** Options of all networks. */
export interface AzureNetworkOptions extends ClusterRanges {
  /**
   * CIDR range of the network.
   *
   * @see AzureCluster.spec.networkSpec.vnet.cidrBlocks (infrastructure.cluster.x-k8s.io)
   */
  readonly nodeCidr: string;
  /**
   * MTU of the network, in bytes. The MTU of pods is derived from it.
   *
   * @default - each node detects it
   */
  readonly mtu?: number;
}

/** Options of {@link AzureNetwork.managed}. */
export interface AzureManagedNetworkOptions extends AzureNetworkOptions {
  /**
   * Name of the network.
   *
   * @default - the cluster's name with `-vnet`
   * @see AzureCluster.spec.networkSpec.vnet.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name?: string;
  /**
   * Subnets of the network.
   *
   * @default - a control plane subnet in the first half of the range and a worker subnet in the second
   * @see AzureCluster.spec.networkSpec.subnets (infrastructure.cluster.x-k8s.io)
   */
  readonly subnets?: readonly AzureManagedSubnet[];
  /**
   * Peerings with other networks, such as that of the management cluster.
   *
   * @default - no peerings
   * @see AzureCluster.spec.networkSpec.vnet.peerings (infrastructure.cluster.x-k8s.io)
   */
  readonly peerings?: readonly AzurePeering[];
}

/** Options of {@link AzureNetwork.fromName}. */
export interface AzureAdoptedNetworkOptions extends AzureNetworkOptions {
  /**
   * Resource group of the network.
   *
   * @see AzureCluster.spec.networkSpec.vnet.resourceGroup (infrastructure.cluster.x-k8s.io)
   */
  readonly resourceGroup: string;
  /**
   * Existing subnets of the cluster, with their security groups, gateways and routes.
   *
   * @see AzureCluster.spec.networkSpec.subnets (infrastructure.cluster.x-k8s.io)
   */
  readonly subnets: readonly AzureAdoptedSubnet[];
}

/** Network of a cluster's machines, as plain data. */
export type AzureNetworkModel = NetworkModel & {
  readonly nodeCidr: string;
} & (
    | {
        readonly kind: 'managed';
        /** Absent for a name derived from the cluster's name. */
        readonly name?: string;
        readonly subnets: readonly AzureManagedSubnet[];
        readonly peerings: readonly AzurePeering[];
      }
    | {
        readonly kind: 'adopted';
        readonly name: string;
        readonly resourceGroup: string;
        readonly subnets: readonly AzureAdoptedSubnet[];
      }
  );

/** Network of a cluster: one that Cluster API creates, or an existing one. */
export class AzureNetwork {
  /** Network, subnets, security groups, gateways and routes that Cluster API creates and deletes with the cluster. */
  static managed(options: AzureManagedNetworkOptions): AzureNetwork {
    const { name, nodeCidr, peerings = [], mtu } = options;
    return new AzureNetwork(options, {
      kind: 'managed',
      nodeCidr,
      subnets: options.subnets ?? halves(nodeCidr),
      peerings,
      ...(name === undefined ? {} : { name }),
      ...(mtu === undefined ? {} : { mtu }),
    });
  }

  /** Existing network by its name; it outlives the cluster. */
  static fromName(name: string, options: AzureAdoptedNetworkOptions): AzureNetwork {
    const { resourceGroup, nodeCidr, subnets, mtu } = options;
    return new AzureNetwork(options, {
      kind: 'adopted',
      name,
      resourceGroup,
      nodeCidr,
      subnets,
      ...(mtu === undefined ? {} : { mtu }),
    });
  }

  private constructor(
    /** Address ranges of pods and services. */
    readonly ranges: ClusterRanges,
    /** Model of the choice. */
    readonly model: AzureNetworkModel,
  ) {}
}

/** Longest prefix of a range whose halves are large enough for Azure subnets. */
const LONGEST_PREFIX = 28;

function halves(nodeCidr: string): readonly AzureManagedSubnet[] {
  const range = tryParseCidr(nodeCidr);
  if (range === undefined || range.family !== 4 || range.prefix > LONGEST_PREFIX) return [];
  const half = (place: number) => blockOf(range, range.prefix + 1, place);
  return [
    { name: 'control-plane', role: 'control-plane', cidr: half(0) },
    { name: 'nodes', role: 'node', cidr: half(1) },
  ];
}

/** Returns the subnet of control plane machines. */
export function controlPlaneSubnet({
  subnets,
}: Pick<AzureNetworkModel, 'subnets'>): AzureSubnet | undefined {
  return (
    subnets.find(({ role }) => role === 'control-plane') ??
    subnets.find(({ role }) => role === 'cluster')
  );
}
