import { blockOf, tryParseCidr } from '../../base/cidr';
import type { ClusterRanges } from '../../cluster/model/cluster-ranges';
import type { NetworkModel } from '../../cluster/model/network';
import type { AzureSecurityRule } from './security-rule';

/** Which machines are in a subnet: those of the control plane, workers, or all of them. */
export type AzureSubnetRole = 'control-plane' | 'node' | 'cluster';

/** Gateway through which the machines of a subnet reach the internet. */
export interface AzureNatGateway {
  /**
   * Name of the gateway.
   *
   * @see AzureCluster.spec.networkSpec.subnets.natGateway.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Name of its public address.
   *
   * @default - one that the provider makes of the gateway's name
   * @see AzureCluster.spec.networkSpec.subnets.natGateway.ip.name (infrastructure.cluster.x-k8s.io)
   */
  readonly publicIpName?: string;
  /**
   * Availability zone of the gateway.
   *
   * @default - one that Azure chooses
   * @see AzureCluster.spec.networkSpec.subnets.natGateway.zones (infrastructure.cluster.x-k8s.io)
   */
  readonly zone?: '1' | '2' | '3';
}

/** Subnet of a network, which exists where the network does. */
export interface AzureSubnet {
  /**
   * Name of the subnet.
   *
   * @see AzureCluster.spec.networkSpec.subnets.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Which machines are in it: there is one of `control-plane` and one or more of `node`, or one of `cluster` for both.
   *
   * @see AzureCluster.spec.networkSpec.subnets.role (infrastructure.cluster.x-k8s.io)
   */
  readonly role: AzureSubnetRole;
  /**
   * Range of its addresses, of which Azure keeps five.
   *
   * @see AzureCluster.spec.networkSpec.subnets.cidrBlocks (infrastructure.cluster.x-k8s.io)
   */
  readonly cidr: string;
}

/** Subnet that exists. */
export interface AzureAdoptedSubnet extends AzureSubnet {
  /**
   * Name of its network security group, in which the cloud controller opens ports for Services of the type LoadBalancer.
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

/** Subnet that Cluster API makes. */
export interface AzureManagedSubnet extends AzureSubnet {
  /**
   * Rules of its firewall besides those of Azure, by which machines of the network reach each other and nobody else reaches them.
   *
   * On a control plane one is added that opens the port of the API server to everywhere, unless one of the name `allow_apiserver` opens it.
   *
   * @default - that one alone
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules (infrastructure.cluster.x-k8s.io)
   */
  readonly securityRules?: readonly AzureSecurityRule[];
  /**
   * Gateway of workers to the internet; a control plane has none.
   *
   * @default - one that the provider makes for workers
   * @see AzureCluster.spec.networkSpec.subnets.natGateway (infrastructure.cluster.x-k8s.io)
   */
  readonly natGateway?: AzureNatGateway;
  /**
   * Services of Azure that machines reach without leaving its network, such as `Microsoft.Storage`.
   *
   * @default - services are reached by their public addresses
   * @see AzureCluster.spec.networkSpec.subnets.serviceEndpoints (infrastructure.cluster.x-k8s.io)
   */
  readonly serviceEndpoints?: readonly string[];
}

/** Network that is connected to that of a cluster. */
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
   * @default - that of the cluster
   * @see AzureCluster.spec.networkSpec.vnet.peerings.resourceGroup (infrastructure.cluster.x-k8s.io)
   */
  readonly resourceGroup?: string;
}

/** Options of networks of either kind. */
export interface AzureNetworkOptions extends ClusterRanges {
  /**
   * Range of the network.
   *
   * @see AzureCluster.spec.networkSpec.vnet.cidrBlocks (infrastructure.cluster.x-k8s.io)
   */
  readonly nodeCidr: string;
  /**
   * Largest packet of the network, in bytes, from which that of pods derives.
   *
   * @default - each node finds it out
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
   * @default - one for the control plane in the first half of the range, and one for workers in the second
   * @see AzureCluster.spec.networkSpec.subnets (infrastructure.cluster.x-k8s.io)
   */
  readonly subnets?: readonly AzureManagedSubnet[];
  /**
   * Networks that are connected to it, such as that of the management cluster.
   *
   * @default - no other networks
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
   * Subnets that the cluster uses, which exist with their firewalls, gateways and routes.
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
        /** Absent for one that is made of the cluster's name. */
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

/** Network of a cluster: one that Cluster API makes, or one that is adopted. */
export class AzureNetwork {
  /** Network, subnets, firewalls, gateways and routes that Cluster API makes and deletes with the cluster. */
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

  /** Network that exists, by its name; it outlives the cluster. */
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
    /** Address ranges inside the cluster. */
    readonly ranges: ClusterRanges,
    /** Model data of the choice. */
    readonly model: AzureNetworkModel,
  ) {}
}

/** Longest prefix of a range whose halves are subnets of Azure. */
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

/** Subnet of the machines of a control plane. */
export function controlPlaneSubnet({
  subnets,
}: Pick<AzureNetworkModel, 'subnets'>): AzureSubnet | undefined {
  return (
    subnets.find(({ role }) => role === 'control-plane') ??
    subnets.find(({ role }) => role === 'cluster')
  );
}
