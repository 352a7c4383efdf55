/** Outbound load balancer, through which machines reach the internet. */
export interface AzureOutbound {
  /**
   * Number of public IPs, 1 to 16; each has 64,000 ports for connections.
   *
   * @default 1
   * @see AzureCluster.spec.networkSpec.nodeOutboundLB.frontendIPsCount (infrastructure.cluster.x-k8s.io)
   */
  readonly addresses?: number;
  /**
   * Idle timeout of connections, 4 to 30 minutes.
   *
   * @default - the provider's default, 4
   * @see AzureCluster.spec.networkSpec.nodeOutboundLB.idleTimeoutInMinutes (infrastructure.cluster.x-k8s.io)
   */
  readonly idleTimeoutMinutes?: number;
  /**
   * Name of the load balancer.
   *
   * @default - a name that the provider derives from the cluster's name
   * @see AzureCluster.spec.networkSpec.nodeOutboundLB.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name?: string;
}

/** Defaults of {@link AzureOutbound}. */
export const AZURE_OUTBOUND_DEFAULTS = Object.freeze({ addresses: 1 });

/** Outbound load balancer, as plain data. */
export type AzureOutboundModel = AzureOutbound & Required<Pick<AzureOutbound, 'addresses'>>;

/** Returns an outbound load balancer with defaults applied. */
export function outboundModel(options: AzureOutbound): AzureOutboundModel {
  return { ...AZURE_OUTBOUND_DEFAULTS, ...options };
}
