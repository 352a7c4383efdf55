import type { ClusterRanges } from '../../cluster/model/cluster-ranges';
import type { NetworkModel } from '../../cluster/model/network';
import type { Lookup, LookupFilter } from './lookup';
import type { AllocationPool, NetworkLookup } from './network-lookup';
import {
  type ProvisionedNetworkModel,
  type ProvisionedNetworkOptions,
  provisionedNetworkModel,
} from './provisioned-network';

/** Options of {@link ClusterNetwork.managed}. */
export interface ManagedNetworkOptions extends ClusterRanges {
  /**
   * Range of the machines' subnet.
   *
   * @see OpenStackCluster.spec.managedSubnets.cidr (infrastructure.cluster.x-k8s.io)
   */
  readonly nodeCidr: string;
  /**
   * Range of a second subnet, which is rejected.
   *
   * A `CidrPlan` can have such a range, but Cluster API creates only one subnet.
   *
   * @default - only IPv4
   */
  readonly nodeCidrIPv6?: string;
  /**
   * DNS servers of the machines.
   *
   * @default - the DNS servers of the cloud
   * @see OpenStackCluster.spec.managedSubnets.dnsNameservers (infrastructure.cluster.x-k8s.io)
   */
  readonly dnsNameservers?: readonly string[];
  /**
   * Parts of the range from which Neutron allocates addresses.
   *
   * @default - the whole range
   * @see OpenStackCluster.spec.managedSubnets.allocationPools (infrastructure.cluster.x-k8s.io)
   */
  readonly allocationPools?: readonly AllocationPool[];
  /**
   * Existing router to which the subnet is attached.
   *
   * @default - Cluster API creates a router
   * @see OpenStackCluster.spec.router (infrastructure.cluster.x-k8s.io)
   */
  readonly router?: NetworkLookup;
  /**
   * MTU of the network in bytes, from which the MTU of pods is derived.
   *
   * @default - the default of the cloud
   * @see OpenStackCluster.spec.networkMTU (infrastructure.cluster.x-k8s.io)
   */
  readonly mtu?: number;
  /**
   * Whether port security is enabled; without it, machines need `SecurityGroups.none()`.
   *
   * @default true
   * @see OpenStackCluster.spec.disablePortSecurity (infrastructure.cluster.x-k8s.io)
   */
  readonly portSecurity?: boolean;
  /**
   * Addresses of the router that Cluster API creates, in subnets of the external network.
   *
   * Only administrators can choose them, unless the policy of the cloud allows other users to.
   *
   * @default - an address that Neutron chooses
   * @see OpenStackCluster.spec.externalRouterIPs (infrastructure.cluster.x-k8s.io)
   */
  readonly externalRouterIPs?: readonly ExternalRouterIP[];
}

/** Address of a router in a subnet of the external network. */
export interface ExternalRouterIP {
  /** Subnet of the external network. */
  readonly subnet: NetworkLookup;
  /**
   * Address in that subnet.
   *
   * @default - an address that Neutron chooses
   */
  readonly fixedIP?: string;
}

/** Address of a router in a subnet of the external network, as plain data. */
export interface ExternalRouterIPModel {
  readonly subnet: Lookup;
  readonly fixedIP?: string;
}

/** Options of an adopted network. */
export interface AdoptedNetworkOptions extends ClusterRanges {
  /**
   * Subnets of the network that machines use: one, or one of each address family.
   *
   * @default - all subnets of the network
   * @see OpenStackCluster.spec.subnets (infrastructure.cluster.x-k8s.io)
   */
  readonly subnets?: readonly NetworkLookup[];
  /**
   * Router of the network, whose address is then added to the allowed CIDRs of the load balancer.
   *
   * @default - no router is looked up
   * @see OpenStackCluster.spec.router (infrastructure.cluster.x-k8s.io)
   */
  readonly router?: NetworkLookup;
  /**
   * Range of the machines' subnet, for validation; nothing is created from it.
   *
   * @default - overlaps with this network are not checked
   */
  readonly nodeCidr?: string;
  /**
   * IPv6 range of the machines' second subnet, for validation.
   *
   * @default - machines have one address, or one in each of two `subnets`
   */
  readonly nodeCidrIPv6?: string;
  /**
   * MTU of the network in bytes, from which the MTU of pods is derived.
   *
   * @default - each node detects it
   */
  readonly mtu?: number;
}

/** Network of a cluster's machines, as plain data. */
export type OpenStackNetwork = NetworkModel &
  (
    | {
        readonly kind: 'managed';
        readonly nodeCidr: string;
        /** Second range, which is rejected. */
        readonly nodeCidrIPv6?: string;
        readonly dnsNameservers: readonly string[];
        readonly allocationPools: readonly AllocationPool[];
        readonly router?: Lookup;
        readonly mtu?: number;
        /** If absent, port security is enabled. */
        readonly portSecurity?: boolean;
        readonly externalRouterIPs?: readonly ExternalRouterIPModel[];
      }
    | {
        readonly kind: 'adopted';
        readonly network: Lookup;
        readonly subnets: readonly Lookup[];
        readonly router?: Lookup;
        readonly nodeCidr?: string;
        readonly nodeCidrIPv6?: string;
        readonly mtu?: number;
      }
    | ProvisionedNetworkModel
  );

/** Network of a cluster: created by Cluster API, provisioned by `pulumi up`, or adopted. */
export class ClusterNetwork {
  /** Network, subnet and router that Cluster API creates and deletes with the cluster. */
  static managed(options: ManagedNetworkOptions): ClusterNetwork {
    const { portSecurity, externalRouterIPs } = options;
    return new ClusterNetwork(options, {
      kind: 'managed',
      nodeCidr: options.nodeCidr,
      dnsNameservers: options.dnsNameservers ?? [],
      allocationPools: options.allocationPools ?? [],
      ...(options.nodeCidrIPv6 === undefined ? {} : { nodeCidrIPv6: options.nodeCidrIPv6 }),
      ...(options.router === undefined ? {} : { router: options.router.lookup }),
      ...(options.mtu === undefined ? {} : { mtu: options.mtu }),
      ...(portSecurity === undefined ? {} : { portSecurity }),
      ...(externalRouterIPs === undefined
        ? {}
        : { externalRouterIPs: externalRouterIPs.map(routerIPModel) }),
    });
  }

  /** Network, subnets and router that `pulumi up` creates and that outlive the Cluster object. */
  static provisioned(options: ProvisionedNetworkOptions): ClusterNetwork {
    const place = { owner: '', shared: false, name: options.name ?? '' };
    return new ClusterNetwork(options, provisionedNetworkModel(options, place));
  }

  /** Existing network, by its exact name. */
  static fromName(name: string, options: AdoptedNetworkOptions = {}): ClusterNetwork {
    return adopted({ filter: { name } }, options);
  }

  /** Existing network, by its ID. */
  static fromId(id: string, options: AdoptedNetworkOptions = {}): ClusterNetwork {
    return adopted({ id }, options);
  }

  /** Existing network: the only one that has all of these tags. */
  static fromTags(tags: readonly string[], options: AdoptedNetworkOptions = {}): ClusterNetwork {
    return adopted({ filter: { tags } }, options);
  }

  /** Existing network: the only one that matches a filter. */
  static matching(filter: LookupFilter, options: AdoptedNetworkOptions = {}): ClusterNetwork {
    return adopted({ filter }, options);
  }

  /** Internal constructor; use the factory methods. */
  constructor(
    /** Address ranges inside the cluster. */
    readonly ranges: ClusterRanges,
    /** Model data of the choice. */
    readonly model: OpenStackNetwork,
  ) {}
}

function routerIPModel({ subnet, fixedIP }: ExternalRouterIP): ExternalRouterIPModel {
  return { subnet: subnet.lookup, ...(fixedIP === undefined ? {} : { fixedIP }) };
}

/** Tells whether port security is disabled on a managed or provisioned network. */
export function isUnfiltered(network: OpenStackNetwork): boolean {
  return network.kind !== 'adopted' && network.portSecurity === false;
}

function adopted(network: Lookup, options: AdoptedNetworkOptions): ClusterNetwork {
  return new ClusterNetwork(options, {
    kind: 'adopted',
    network,
    subnets: (options.subnets ?? []).map((subnet) => subnet.lookup),
    ...(options.router === undefined ? {} : { router: options.router.lookup }),
    ...(options.nodeCidr === undefined ? {} : { nodeCidr: options.nodeCidr }),
    ...(options.nodeCidrIPv6 === undefined ? {} : { nodeCidrIPv6: options.nodeCidrIPv6 }),
    ...(options.mtu === undefined ? {} : { mtu: options.mtu }),
  });
}
