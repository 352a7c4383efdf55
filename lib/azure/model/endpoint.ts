import { addressAt, blocksIn, tryParseCidr } from '../../base/cidr';
import { type AzureNetworkModel, controlPlaneSubnet } from './network';
import { type AzureOutbound, type AzureOutboundModel, outboundModel } from './outbound';
import { AzurePrivateDns, type AzurePrivateDnsModel } from './private-dns';

/** Port that the load balancer passes on besides the API server's. */
export interface AzureLoadBalancerPort {
  /** Name of the port. */
  readonly name: string;
  /** Number of it. */
  readonly port: number;
}

/** Options of endpoints of either kind. */
export interface AzureEndpointOptions {
  /**
   * Name of the load balancer.
   *
   * @default - one that the provider makes of the cluster's name
   * @see AzureCluster.spec.networkSpec.apiServerLB.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name?: string;
  /**
   * Minutes after which a connection without traffic is closed, 4 to 30.
   *
   * @default - the provider's own, 4
   * @see AzureCluster.spec.networkSpec.apiServerLB.idleTimeoutInMinutes (infrastructure.cluster.x-k8s.io)
   */
  readonly idleTimeoutMinutes?: number;
  /**
   * TCP ports that the load balancer passes on besides the API server's.
   *
   * @default - the API server's port alone
   * @see AzureCluster.spec.networkSpec.additionalAPIServerLBPorts (infrastructure.cluster.x-k8s.io)
   */
  readonly additionalPorts?: readonly AzureLoadBalancerPort[];
}

/** Options of {@link AzureEndpoint.public}. */
export interface AzurePublicEndpointOptions extends AzureEndpointOptions {
  /**
   * First part of the endpoint's name, which Azure completes by location and cloud: `shop` becomes
   * `shop.westeurope.cloudapp.azure.com`. Nobody else in the location has it.
   *
   * @default - the cluster's name and a hash
   * @see AzureCluster.spec.networkSpec.apiServerLB.frontendIPs.publicIP.dnsName (infrastructure.cluster.x-k8s.io)
   */
  readonly dnsLabel?: string;
  /**
   * Name of the public address.
   *
   * @default - one that is made of the cluster's name
   * @see AzureCluster.spec.networkSpec.apiServerLB.frontendIPs.publicIP.name (infrastructure.cluster.x-k8s.io)
   */
  readonly publicIpName?: string;
}

/** Options of {@link AzureEndpoint.internal}. */
export interface AzureInternalEndpointOptions extends AzureEndpointOptions {
  /**
   * Address of the load balancer, in the subnet of the control plane.
   *
   * @default - the last that Azure leaves of the subnet
   * @see AzureCluster.spec.networkSpec.apiServerLB.frontendIPs.privateIP (infrastructure.cluster.x-k8s.io)
   */
  readonly privateIp?: string;
  /**
   * Zones that the load balancer is in.
   *
   * @default - no zone
   * @see AzureCluster.spec.networkSpec.apiServerLB.availabilityZones (infrastructure.cluster.x-k8s.io)
   */
  readonly zones?: readonly string[];
  /**
   * Zone of names in which the endpoint has its own.
   *
   * @default AzurePrivateDns.system()
   * @see AzureCluster.spec.networkSpec.privateDNSZone (infrastructure.cluster.x-k8s.io)
   */
  readonly privateDns?: AzurePrivateDns;
  /**
   * Load balancer through which the machines of the control plane reach the internet.
   *
   * One is needed in a network that is made, unless workers are in the same subnet.
   *
   * @default - no way out but that of a network that exists, or of a subnet for all
   * @see AzureCluster.spec.networkSpec.controlPlaneOutboundLB (infrastructure.cluster.x-k8s.io)
   */
  readonly outbound?: AzureOutbound;
}

/** Endpoint of a cluster's API server, as plain data. */
export type AzureEndpointModel = {
  readonly kind: 'managed';
  readonly name?: string;
  readonly idleTimeoutMinutes?: number;
  readonly additionalPorts: readonly AzureLoadBalancerPort[];
} & (
  | { readonly scope: 'public'; readonly dnsLabel?: string; readonly publicIpName?: string }
  | {
      readonly scope: 'internal';
      /** Absent where no address derives from the network. */
      readonly privateIp?: string;
      readonly zones: readonly string[];
      readonly privateDns: AzurePrivateDnsModel;
      readonly outbound?: AzureOutboundModel;
    }
);

const DEFAULT_DNS = AzurePrivateDns.system();

/** How the API server of a cluster on Azure is reached. */
export class AzureEndpoint {
  /** Load balancer with a public address that Cluster API makes and deletes with the cluster. */
  static public(options: AzurePublicEndpointOptions = {}): AzureEndpoint {
    return new AzureEndpoint({ kind: 'managed', scope: 'public', additionalPorts: [], ...options });
  }

  /** Load balancer with an address of the cluster's network, which the management cluster reaches by a peering. */
  static internal(options: AzureInternalEndpointOptions = {}): AzureEndpoint {
    const { privateDns = DEFAULT_DNS, outbound, zones = [], ...rest } = options;
    return new AzureEndpoint({
      kind: 'managed',
      scope: 'internal',
      additionalPorts: [],
      ...rest,
      zones,
      privateDns: privateDns.model,
      ...(outbound && { outbound: outboundModel(outbound) }),
    });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: AzureEndpointModel,
  ) {}
}

/** Endpoint with an address that derives from the network, where it needs one and has none. */
export function withAddress(
  endpoint: AzureEndpointModel,
  network: AzureNetworkModel,
): AzureEndpointModel {
  if (endpoint.scope !== 'internal' || endpoint.privateIp !== undefined) return endpoint;
  const range = tryParseCidr(controlPlaneSubnet(network)?.cidr ?? '');
  if (range === undefined || range.family !== 4) return endpoint;
  // Azure keeps the first four addresses and the last.
  const privateIp = addressAt(range, blocksIn(range, 32) - 2);
  return privateIp === undefined ? endpoint : { ...endpoint, privateIp };
}
