import { peerRange } from '../../base/cidr';

/** Timing of the load balancer's health checks of API servers. */
export interface AwsHealthCheck {
  /**
   * Time between health checks, in seconds: 5 to 300.
   *
   * @default 10
   * @see AWSCluster.spec.controlPlaneLoadBalancer.healthCheck.intervalSeconds (infrastructure.cluster.x-k8s.io)
   */
  readonly intervalSeconds?: number;
  /**
   * Time to wait for a response, in seconds: 2 to 120.
   *
   * @default 5
   * @see AWSCluster.spec.controlPlaneLoadBalancer.healthCheck.timeoutSeconds (infrastructure.cluster.x-k8s.io)
   */
  readonly timeoutSeconds?: number;
  /**
   * Consecutive successes after which an API server is healthy: 2 to 10.
   *
   * @default 5
   * @see AWSCluster.spec.controlPlaneLoadBalancer.healthCheck.thresholdCount (infrastructure.cluster.x-k8s.io)
   */
  readonly thresholdCount?: number;
  /**
   * Consecutive failures after which an API server is unhealthy: 2 to 10.
   *
   * @default 3
   * @see AWSCluster.spec.controlPlaneLoadBalancer.healthCheck.unhealthyThresholdCount (infrastructure.cluster.x-k8s.io)
   */
  readonly unhealthyThresholdCount?: number;
}

/** Options of {@link AwsEndpoint.managed}. */
export interface AwsManagedEndpointOptions {
  /**
   * Whether the load balancer is reachable from the internet, or only from the VPC and connected networks.
   *
   * @default 'internet-facing'
   * @see AWSCluster.spec.controlPlaneLoadBalancer.scheme (infrastructure.cluster.x-k8s.io)
   */
  readonly scheme?: 'internet-facing' | 'internal';
  /**
   * Name of the load balancer, at most 32 characters and unique in the region.
   *
   * @default - a name that the provider derives from the cluster's name
   * @see AWSCluster.spec.controlPlaneLoadBalancer.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name?: string;
  /**
   * CIDR ranges and addresses that may reach the API server, in addition to the cluster's own machines.
   *
   * @default - everywhere
   * @see AWSCluster.spec.controlPlaneLoadBalancer.ingressRules (infrastructure.cluster.x-k8s.io)
   */
  readonly allowedCidrs?: readonly string[];
  /**
   * TCP ports that the load balancer forwards in addition to the API server's.
   *
   * @default - only the API server's port
   * @see AWSCluster.spec.controlPlaneLoadBalancer.additionalListeners (infrastructure.cluster.x-k8s.io)
   */
  readonly additionalPorts?: readonly number[];
  /**
   * IDs of the load balancer's subnets.
   *
   * @default - one subnet in each zone
   * @see AWSCluster.spec.controlPlaneLoadBalancer.subnets (infrastructure.cluster.x-k8s.io)
   */
  readonly subnetIds?: readonly string[];
  /**
   * IDs of security groups in addition to the one that the provider creates.
   *
   * @default - only the provider's group
   * @see AWSCluster.spec.controlPlaneLoadBalancer.additionalSecurityGroups (infrastructure.cluster.x-k8s.io)
   */
  readonly securityGroupIds?: readonly string[];
  /**
   * Whether the load balancer forwards requests to API servers in other zones too.
   *
   * @default false
   * @see AWSCluster.spec.controlPlaneLoadBalancer.crossZoneLoadBalancing (infrastructure.cluster.x-k8s.io)
   */
  readonly crossZone?: boolean;
  /**
   * Whether API servers see client addresses. Their port is then open to everywhere.
   *
   * @default false
   * @see AWSCluster.spec.controlPlaneLoadBalancer.preserveClientIP (infrastructure.cluster.x-k8s.io)
   */
  readonly preserveClientIp?: boolean;
  /**
   * Timing of the health checks of API servers.
   *
   * @default - the provider's defaults
   * @see AWSCluster.spec.controlPlaneLoadBalancer.healthCheck (infrastructure.cluster.x-k8s.io)
   */
  readonly healthCheck?: AwsHealthCheck;
}

/** Options of {@link AwsEndpoint.external}. */
export interface AwsExternalEndpointOptions {
  /**
   * Host name or address of the API server.
   *
   * @see AWSCluster.spec.controlPlaneEndpoint.host (infrastructure.cluster.x-k8s.io)
   */
  readonly host: string;
  /**
   * Port of the endpoint.
   *
   * @default - the cluster's API server port
   * @see AWSCluster.spec.controlPlaneEndpoint.port (infrastructure.cluster.x-k8s.io)
   */
  readonly port?: number;
}

/** Defaults of {@link AwsManagedEndpointOptions}. */
export const AWS_ENDPOINT_DEFAULTS = Object.freeze({
  scheme: 'internet-facing',
  crossZone: false,
  preserveClientIp: false,
} as const);

/** Endpoint of a cluster's API server, as plain data. */
export type AwsEndpointModel =
  | {
      readonly kind: 'managed';
      readonly scheme: 'internet-facing' | 'internal';
      readonly name?: string;
      readonly allowedCidrs: readonly string[];
      readonly additionalPorts: readonly number[];
      readonly subnetIds: readonly string[];
      readonly securityGroupIds: readonly string[];
      readonly crossZone: boolean;
      readonly preserveClientIp: boolean;
      readonly healthCheck?: AwsHealthCheck;
    }
  | { readonly kind: 'external'; readonly host: string; readonly port?: number };

/** Endpoint of the API server of a cluster on AWS. */
export class AwsEndpoint {
  /** Network Load Balancer that Cluster API creates and deletes with the cluster. */
  static managed(options: AwsManagedEndpointOptions = {}): AwsEndpoint {
    const {
      allowedCidrs = [],
      additionalPorts = [],
      subnetIds = [],
      securityGroupIds = [],
      ...rest
    } = options;
    return new AwsEndpoint({
      kind: 'managed',
      ...AWS_ENDPOINT_DEFAULTS,
      ...rest,
      allowedCidrs: allowedCidrs.map(peerRange),
      additionalPorts,
      subnetIds,
      securityGroupIds,
    });
  }

  /** Endpoint that you manage and keep pointed at the control plane. */
  static external(options: AwsExternalEndpointOptions): AwsEndpoint {
    return new AwsEndpoint({ kind: 'external', ...options });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: AwsEndpointModel,
  ) {}
}
