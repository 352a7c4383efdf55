import { addressAt, blocksIn, tryParseCidr } from '../../base/cidr';
import { type AzureNetworkModel, controlPlaneSubnet } from './network';
import { type AzureOutbound, type AzureOutboundModel, outboundModel } from './outbound';
import { AzurePrivateDns, type AzurePrivateDnsModel } from './private-dns';

/** Additional port of the load balancer. */
export interface AzureLoadBalancerPort {
  /** Name of the port. */
  readonly name: string;
  /** Port number. */
  readonly port: number;
}

/** Options of all endpoints. */
export interface AzureEndpointOptions {
  /**
   * Name of the load balancer.
   *
   * @default - a name that the provider derives from the cluster's name
   * @see AzureCluster.spec.networkSpec.apiServerLB.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name?: string;
  /**
   * Idle timeout of connections, 4 to 30 minutes.
   *
   * @default - the provider's default, 4
   * @see AzureCluster.spec.networkSpec.apiServerLB.idleTimeoutInMinutes (infrastructure.cluster.x-k8s.io)
   */
  readonly idleTimeoutMinutes?: number;
  /**
   * TCP ports that the load balancer forwards in addition to the API server's.
   *
   * @default - only the API server's port
   * @see AzureCluster.spec.networkSpec.additionalAPIServerLBPorts (infrastructure.cluster.x-k8s.io)
   */
  readonly additionalPorts?: readonly AzureLoadBalancerPort[];
}

/** Options of {@link AzureEndpoint.public}. */
export interface AzurePublicEndpointOptions extends AzureEndpointOptions {
  /**
   * DNS label of the endpoint, to which Azure appends location and cloud: `shop` becomes
   * `shop.westeurope.cloudapp.azure.com`. It must be unique in the location.
   *
   * @default - the cluster's name with a hash
   * @see AzureCluster.spec.networkSpec.apiServerLB.frontendIPs.publicIP.dnsName (infrastructure.cluster.x-k8s.io)
   */
  readonly dnsLabel?: string;
  /**
   * Name of the public IP.
   *
   * @default - a name derived from the cluster's name
   * @see AzureCluster.spec.networkSpec.apiServerLB.frontendIPs.publicIP.name (infrastructure.cluster.x-k8s.io)
   */
  readonly publicIpName?: string;
}

/** Options of {@link AzureEndpoint.internal}. */
export interface AzureInternalEndpointOptions extends AzureEndpointOptions {
  /**
   * IP address of the load balancer, in the control plane subnet.
   *
   * @default - the last available address of the subnet
   * @see AzureCluster.spec.networkSpec.apiServerLB.frontendIPs.privateIP (infrastructure.cluster.x-k8s.io)
   */
  readonly privateIp?: string;
  /**
   * Availability zones of the load balancer.
   *
   * @default - no zone
   * @see AzureCluster.spec.networkSpec.apiServerLB.availabilityZones (infrastructure.cluster.x-k8s.io)
   */
  readonly zones?: readonly string[];
  /**
   * Private DNS zone of the endpoint.
   *
   * @default AzurePrivateDns.system()
   * @see AzureCluster.spec.networkSpec.privateDNSZone (infrastructure.cluster.x-k8s.io)
   */
  readonly privateDns?: AzurePrivateDns;
  /**
   * Load balancer through which control plane machines reach the internet.
   *
   * A managed network needs one, unless workers are in the same subnet.
   *
   * @default - only the routes of an existing network, or the NAT gateway of a subnet shared with workers
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
      /** Absent if no address can be derived from the network. */
      readonly privateIp?: string;
      readonly zones: readonly string[];
      readonly privateDns: AzurePrivateDnsModel;
      readonly outbound?: AzureOutboundModel;
    }
);

const DEFAULT_DNS = AzurePrivateDns.system();

/** Endpoint of the API server of a cluster on Azure. */
export class AzureEndpoint {
  /** Load balancer with a public IP that Cluster API creates and deletes with the cluster. */
  static public(options: AzurePublicEndpointOptions = {}): AzureEndpoint {
    return new AzureEndpoint({ kind: 'managed', scope: 'public', additionalPorts: [], ...options });
  }

  /** Load balancer with an IP of the cluster's network, which the management cluster reaches through a peering. */
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
    /** Model of the choice. */
    readonly model: AzureEndpointModel,
  ) {}
}

/** Adds an address derived from the network to an internal endpoint without one. */
export function withAddress(
  endpoint: AzureEndpointModel,
  network: AzureNetworkModel,
): AzureEndpointModel {
  if (endpoint.scope !== 'internal' || endpoint.privateIp !== undefined) return endpoint;
  const range = tryParseCidr(controlPlaneSubnet(network)?.cidr ?? '');
  if (range === undefined || range.family !== 4) return endpoint;
  // Azure reserves the first four addresses and the last.
  const privateIp = addressAt(range, blocksIn(range, 32) - 2);
  return privateIp === undefined ? endpoint : { ...endpoint, privateIp };
}
