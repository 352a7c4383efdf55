/** Security rule of a subnet. */
export interface AzureSecurityRule {
  /**
   * Name of the rule, unique in the subnet.
   *
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Purpose of the rule.
   *
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.description (infrastructure.cluster.x-k8s.io)
   */
  readonly description: string;
  /**
   * Priority among the rules of a direction, 100 to 4096. The matching rule with the lowest number decides.
   *
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.priority (infrastructure.cluster.x-k8s.io)
   */
  readonly priority: number;
  /**
   * Protocol of the traffic.
   *
   * @default 'Tcp'
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.protocol (infrastructure.cluster.x-k8s.io)
   */
  readonly protocol?: 'Tcp' | 'Udp' | 'Icmp' | '*';
  /**
   * Direction of the traffic.
   *
   * @default 'Inbound'
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.direction (infrastructure.cluster.x-k8s.io)
   */
  readonly direction?: 'Inbound' | 'Outbound';
  /**
   * Whether the traffic is allowed.
   *
   * @default 'Allow'
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.action (infrastructure.cluster.x-k8s.io)
   */
  readonly action?: 'Allow' | 'Deny';
  /**
   * Source ranges and service tags, such as `Internet`; `['*']` for everywhere.
   *
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.sources (infrastructure.cluster.x-k8s.io)
   */
  readonly sources: readonly string[];
  /**
   * Source ports: a port, a range such as `1024-65535`, or `*`.
   *
   * @default '*'
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.sourcePorts (infrastructure.cluster.x-k8s.io)
   */
  readonly sourcePorts?: string;
  /**
   * Destination range or service tag.
   *
   * @default '*'
   * @see AzureCluster.spec.networkSpec.subnets.securityGroup.securityRules.destination (infrastructure.cluster.x-k8s.io)
   */
  readonly destination?: string;
  /**
   * Destination ports: a port, a range such as `30000-32767`, or `*`.
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

/** Name and priority of the rule that opens the API server's port. */
export const API_SERVER_RULE = Object.freeze({ name: 'allow_apiserver', priority: 2201 });
