/** Load balancer through which machines reach the internet. */
export interface AzureOutbound {
  /**
   * Number of public addresses, 1 to 16; each has 64,000 ports for connections.
   *
   * @default 1
   * @see AzureCluster.spec.networkSpec.nodeOutboundLB.frontendIPsCount (infrastructure.cluster.x-k8s.io)
   */
  readonly addresses?: number;
  /**
   * Minutes after which a connection without traffic is closed, 4 to 30.
   *
   * @default - the provider's own, 4
   * @see AzureCluster.spec.networkSpec.nodeOutboundLB.idleTimeoutInMinutes (infrastructure.cluster.x-k8s.io)
   */
  readonly idleTimeoutMinutes?: number;
  /**
   * Name of the load balancer.
   *
   * @default - one that the provider makes of the cluster's name
   * @see AzureCluster.spec.networkSpec.nodeOutboundLB.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name?: string;
}

/** Defaults of {@link AzureOutbound}. */
export const AZURE_OUTBOUND_DEFAULTS = Object.freeze({ addresses: 1 });

/** Such a load balancer, as plain data. */
export type AzureOutboundModel = AzureOutbound & Required<Pick<AzureOutbound, 'addresses'>>;

/** Load balancer with the defaults of what is not said of it. */
export function outboundModel(options: AzureOutbound): AzureOutboundModel {
  return { ...AZURE_OUTBOUND_DEFAULTS, ...options };
}
