import { peerRange } from '../../base/cidr';

/** Timing of the load balancer's probes of API servers. */
export interface AwsHealthCheck {
  /**
   * Time between probes, in seconds: 5 to 300.
   *
   * @default 10
   * @see AWSCluster.spec.controlPlaneLoadBalancer.healthCheck.intervalSeconds (infrastructure.cluster.x-k8s.io)
   */
  readonly intervalSeconds?: number;
  /**
   * Time to wait for an answer, in seconds: 2 to 120.
   *
   * @default 5
   * @see AWSCluster.spec.controlPlaneLoadBalancer.healthCheck.timeoutSeconds (infrastructure.cluster.x-k8s.io)
   */
  readonly timeoutSeconds?: number;
  /**
   * Answers in a row after which an API server is up: 2 to 10.
   *
   * @default 5
   * @see AWSCluster.spec.controlPlaneLoadBalancer.healthCheck.thresholdCount (infrastructure.cluster.x-k8s.io)
   */
  readonly thresholdCount?: number;
  /**
   * Missed answers in a row after which it is down: 2 to 10.
   *
   * @default 3
   * @see AWSCluster.spec.controlPlaneLoadBalancer.healthCheck.unhealthyThresholdCount (infrastructure.cluster.x-k8s.io)
   */
  readonly unhealthyThresholdCount?: number;
}

/** Options of {@link AwsEndpoint.managed}. */
export interface AwsManagedEndpointOptions {
  /**
   * Whether the load balancer is reached from the internet, or from inside of the VPC and what is connected to it.
   *
   * @default 'internet-facing'
   * @see AWSCluster.spec.controlPlaneLoadBalancer.scheme (infrastructure.cluster.x-k8s.io)
   */
  readonly scheme?: 'internet-facing' | 'internal';
  /**
   * Name of the load balancer, of 32 characters at most, which no other in the region has.
   *
   * @default - one that the provider makes of the cluster's name
   * @see AWSCluster.spec.controlPlaneLoadBalancer.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name?: string;
  /**
   * Ranges and addresses from which the API server is reached, besides the cluster's own machines.
   *
   * @default - everywhere
   * @see AWSCluster.spec.controlPlaneLoadBalancer.ingressRules (infrastructure.cluster.x-k8s.io)
   */
  readonly allowedCidrs?: readonly string[];
  /**
   * TCP ports that the load balancer passes on besides the API server's.
   *
   * @default - the API server's port alone
   * @see AWSCluster.spec.controlPlaneLoadBalancer.additionalListeners (infrastructure.cluster.x-k8s.io)
   */
  readonly additionalPorts?: readonly number[];
  /**
   * Identifiers of the subnets of the load balancer.
   *
   * @default - one in each zone
   * @see AWSCluster.spec.controlPlaneLoadBalancer.subnets (infrastructure.cluster.x-k8s.io)
   */
  readonly subnetIds?: readonly string[];
  /**
   * Identifiers of security groups besides the one that the provider makes.
   *
   * @default - the one alone
   * @see AWSCluster.spec.controlPlaneLoadBalancer.additionalSecurityGroups (infrastructure.cluster.x-k8s.io)
   */
  readonly securityGroupIds?: readonly string[];
  /**
   * Whether it passes requests on to API servers of other zones too.
   *
   * @default false
   * @see AWSCluster.spec.controlPlaneLoadBalancer.crossZoneLoadBalancing (infrastructure.cluster.x-k8s.io)
   */
  readonly crossZone?: boolean;
  /**
   * Whether API servers see the addresses of clients, for which their port is opened to everywhere.
   *
   * @default false
   * @see AWSCluster.spec.controlPlaneLoadBalancer.preserveClientIP (infrastructure.cluster.x-k8s.io)
   */
  readonly preserveClientIp?: boolean;
  /**
   * Timing of the probes of API servers.
   *
   * @default - the provider's own
   * @see AWSCluster.spec.controlPlaneLoadBalancer.healthCheck (infrastructure.cluster.x-k8s.io)
   */
  readonly healthCheck?: AwsHealthCheck;
}

/** Options of {@link AwsEndpoint.external}. */
export interface AwsExternalEndpointOptions {
  /**
   * Host name or address under which the API server is reached.
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

/** How the API server of a cluster on AWS is reached. */
export class AwsEndpoint {
  /** Network Load Balancer that Cluster API makes and deletes with the cluster. */
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

  /** Endpoint that somebody else runs and keeps pointed at the control plane. */
  static external(options: AwsExternalEndpointOptions): AwsEndpoint {
    return new AwsEndpoint({ kind: 'external', ...options });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: AwsEndpointModel,
  ) {}
}
