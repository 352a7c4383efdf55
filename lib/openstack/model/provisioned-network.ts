import type { ClusterRanges } from '../../cluster/model/cluster-ranges';
import type { Lookup } from './lookup';
import type { AllocationPool, NetworkLookup } from './network-lookup';

/** How machines get their IPv6 addresses. */
export type IPv6Mode = 'slaac' | 'dhcpv6-stateful' | 'dhcpv6-stateless';

/** Options of a network that `pulumi up` creates. */
export interface ProvisionedNetworkProps {
  /** IPv4 range of the machines' subnet. */
  readonly nodeCidr: string;
  /**
   * IPv6 range of a second subnet, with a 64-bit prefix.
   *
   * @default - only IPv4
   */
  readonly nodeCidrIPv6?: string;
  /**
   * How machines get their IPv6 addresses.
   *
   * @default 'slaac'
   */
  readonly ipv6Mode?: IPv6Mode;
  /**
   * DNS servers of the machines.
   *
   * @default - the DNS servers of the cloud
   */
  readonly dnsNameservers?: readonly string[];
  /**
   * Parts of the IPv4 range from which Neutron allocates addresses.
   *
   * @default - the whole range, without the address of a virtual IP endpoint
   */
  readonly allocationPools?: readonly AllocationPool[];
  /**
   * MTU of the network in bytes.
   *
   * @default - the default of the cloud
   */
  readonly mtu?: number;
  /**
   * Whether port security is enabled; without it, security groups have no effect.
   *
   * @default true
   */
  readonly portSecurity?: boolean;
  /**
   * Existing router to which the subnets are attached.
   *
   * @default - a separate router, with its gateway on the cloud's external network
   */
  readonly router?: NetworkLookup;
  /**
   * Name of the network, subnet and router in the cloud.
   *
   * @default - the names of the management cluster and the cluster, or of the cloud and the network
   */
  readonly name?: string;
  /**
   * Tags of the network, subnets and router.
   *
   * @default - no tags
   */
  readonly tags?: readonly string[];
}

/** Options of {@link ClusterNetwork.provisioned}. */
export interface ProvisionedNetworkOptions extends ClusterRanges, ProvisionedNetworkProps {}

/** Network that `pulumi up` creates, as plain data. */
export interface ProvisionedNetworkModel {
  readonly kind: 'provisioned';
  /** Construct path of the cluster or shared network that it belongs to; empty until it is known. */
  readonly owner: string;
  /** Whether several clusters can use it. */
  readonly shared: boolean;
  /** Name of the network, subnet and router; empty until it is derived. */
  readonly name: string;
  readonly nodeCidr: string;
  readonly nodeCidrIPv6?: string;
  readonly ipv6Mode: IPv6Mode;
  readonly dnsNameservers: readonly string[];
  readonly allocationPools: readonly AllocationPool[];
  readonly mtu?: number;
  readonly portSecurity: boolean;
  readonly router?: Lookup;
  readonly tags: readonly string[];
}

/** Defaults of {@link ProvisionedNetworkProps}. */
export const PROVISIONED_NETWORK_DEFAULTS = Object.freeze({
  ipv6Mode: 'slaac',
  portSecurity: true,
} as const);

/** Builds the model of a provisioned network, with its defaults. */
export function provisionedNetworkModel(
  props: ProvisionedNetworkProps,
  place: Pick<ProvisionedNetworkModel, 'owner' | 'shared' | 'name'>,
): ProvisionedNetworkModel {
  const { nodeCidrIPv6, mtu, router } = props;
  return {
    kind: 'provisioned',
    ...place,
    nodeCidr: props.nodeCidr,
    ...(nodeCidrIPv6 === undefined ? {} : { nodeCidrIPv6 }),
    ipv6Mode: props.ipv6Mode ?? PROVISIONED_NETWORK_DEFAULTS.ipv6Mode,
    dnsNameservers: props.dnsNameservers ?? [],
    allocationPools: props.allocationPools ?? [],
    ...(mtu === undefined ? {} : { mtu }),
    portSecurity: props.portSecurity ?? PROVISIONED_NETWORK_DEFAULTS.portSecurity,
    ...(router === undefined ? {} : { router: router.lookup }),
    tags: props.tags ?? [],
  };
}
