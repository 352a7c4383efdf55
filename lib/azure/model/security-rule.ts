/** Rule of the firewall of a subnet. */
export interface AzureSecurityRule {
  /**
   * Name of the rule, which no other of the subnet has.
   *
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * What it is for.
   *
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.description (infrastructure.cluster.x-k8s.io)
   */
  readonly description: string;
  /**
   * Place among the rules of a direction, 100 to 4096: the one with the lowest number that fits decides.
   *
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.priority (infrastructure.cluster.x-k8s.io)
   */
  readonly priority: number;
  /**
   * Protocol of the packets.
   *
   * @default 'Tcp'
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.protocol (infrastructure.cluster.x-k8s.io)
   */
  readonly protocol?: 'Tcp' | 'Udp' | 'Icmp' | '*';
  /**
   * Way of the packets.
   *
   * @default 'Inbound'
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.direction (infrastructure.cluster.x-k8s.io)
   */
  readonly direction?: 'Inbound' | 'Outbound';
  /**
   * Whether they are let through.
   *
   * @default 'Allow'
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.action (infrastructure.cluster.x-k8s.io)
   */
  readonly action?: 'Allow' | 'Deny';
  /**
   * Ranges and service tags, such as `Internet`, that they come from; `['*']` for everywhere.
   *
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.sources (infrastructure.cluster.x-k8s.io)
   */
  readonly sources: readonly string[];
  /**
   * Ports that they come from: one, a span such as `1024-65535`, or `*`.
   *
   * @default '*'
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.sourcePorts (infrastructure.cluster.x-k8s.io)
   */
  readonly sourcePorts?: string;
  /**
   * Range or service tag that they go to.
   *
   * @default '*'
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.destination (infrastructure.cluster.x-k8s.io)
   */
  readonly destination?: string;
  /**
   * Ports that they go to: one, a span such as `30000-32767`, or `*`.
   *
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.destinationPorts (infrastructure.cluster.x-k8s.io)
   */
  readonly ports: string;
}

/** Defaults of {@link AzureSecurityRule}. */
export const AZURE_SECURITY_RULE_DEFAULTS = Object.freeze({
  protocol: 'Tcp',
  direction: 'Inbound',
  action: 'Allow',
  sourcePorts: '*',
  destination: '*',
} as const);

/** Name and place of the rule that opens the port of API servers. */
export const API_SERVER_RULE = Object.freeze({ name: 'allow_apiserver', priority: 2201 });
