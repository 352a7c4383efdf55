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
   * Range of a second subnet, as a plan of ranges may have one. Cluster API makes none, and it is refused.
   *
   * @default - IPv4 alone
   */
  readonly nodeCidrIPv6?: string;
  /**
   * DNS servers that machines are told of.
   *
   * @default - the cloud's own
   * @see OpenStackCluster.spec.managedSubnets.dnsNameservers (infrastructure.cluster.x-k8s.io)
   */
  readonly dnsNameservers?: readonly string[];
  /**
   * Parts of the range that Neutron hands out.
   *
   * @default - the whole range
   * @see OpenStackCluster.spec.managedSubnets.allocationPools (infrastructure.cluster.x-k8s.io)
   */
  readonly allocationPools?: readonly AllocationPool[];
  /**
   * Router that exists and gets the subnet attached.
   *
   * @default - Cluster API makes one
   * @see OpenStackCluster.spec.router (infrastructure.cluster.x-k8s.io)
   */
  readonly router?: NetworkLookup;
  /**
   * Largest packet of the network, in bytes, from which that of pods derives.
   *
   * @default - the cloud's own
   * @see OpenStackCluster.spec.networkMTU (infrastructure.cluster.x-k8s.io)
   */
  readonly mtu?: number;
  /**
   * Whether Neutron filters the traffic of ports, without which machines have `SecurityGroups.none()`.
   *
   * @default true
   * @see OpenStackCluster.spec.disablePortSecurity (infrastructure.cluster.x-k8s.io)
   */
  readonly portSecurity?: boolean;
  /**
   * Addresses of the router that Cluster API makes, in subnets of the external network.
   *
   * Clouds let administrators alone choose them, unless their policy says otherwise.
   *
   * @default - one that Neutron chooses
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
   * @default - one that Neutron chooses
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
   * Subnets of the network that machines use: one, or one of each family.
   *
   * @default - all subnets of the network
   * @see OpenStackCluster.spec.subnets (infrastructure.cluster.x-k8s.io)
   */
  readonly subnets?: readonly NetworkLookup[];
  /**
   * Router of the network, whose address the load balancer's allow list then holds.
   *
   * @default - a router is not looked up
   * @see OpenStackCluster.spec.router (infrastructure.cluster.x-k8s.io)
   */
  readonly router?: NetworkLookup;
  /**
   * Range of the machines' subnet, for checks; nothing is created from it.
   *
   * @default - overlaps with this network are not checked
   */
  readonly nodeCidr?: string;
  /**
   * Range of the machines' second subnet, one of IPv6, for checks.
   *
   * @default - machines have one address, or one for each of two `subnets`
   */
  readonly nodeCidrIPv6?: string;
  /**
   * Largest packet of the network, in bytes, from which that of pods derives.
   *
   * @default - each node finds it out
   */
  readonly mtu?: number;
}

/** Network of a cluster's machines, as plain data. */
export type OpenStackNetwork = NetworkModel &
  (
    | {
        readonly kind: 'managed';
        readonly nodeCidr: string;
        /** Second range, which is refused. */
        readonly nodeCidrIPv6?: string;
        readonly dnsNameservers: readonly string[];
        readonly allocationPools: readonly AllocationPool[];
        readonly router?: Lookup;
        readonly mtu?: number;
        /** Absent for filtered. */
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

/** Network of a cluster: made by Cluster API, provisioned by `pulumi up`, or adopted. */
export class ClusterNetwork {
  /** Network, subnet and router that Cluster API makes and deletes with the cluster. */
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

  /** Network, subnets and router that `pulumi up` makes, and that outlive the Cluster object. */
  static provisioned(options: ProvisionedNetworkOptions): ClusterNetwork {
    const place = { owner: '', shared: false, name: options.name ?? '' };
    return new ClusterNetwork(options, provisionedNetworkModel(options, place));
  }

  /** Network that exists, found by its exact name. */
  static fromName(name: string, options: AdoptedNetworkOptions = {}): ClusterNetwork {
    return adopted({ filter: { name } }, options);
  }

  /** Network that exists, found by its identifier. */
  static fromId(id: string, options: AdoptedNetworkOptions = {}): ClusterNetwork {
    return adopted({ id }, options);
  }

  /** Network that exists, found as the only one with all of these tags. */
  static fromTags(tags: readonly string[], options: AdoptedNetworkOptions = {}): ClusterNetwork {
    return adopted({ filter: { tags } }, options);
  }

  /** Network that exists, found as the only one that a filter finds. */
  static matching(filter: LookupFilter, options: AdoptedNetworkOptions = {}): ClusterNetwork {
    return adopted({ filter }, options);
  }

  /** Internal way to make one; use the factories. */
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

/** Tells whether Neutron filters nothing at the ports of a network that is made for machines. */
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
