/** Timing of a load balancer's health checks of API servers. */
export interface BalancerProbeOptions {
  /**
   * Port to probe.
   *
   * @default - the port of the API server
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.port (infrastructure.cluster.x-k8s.io)
   */
  readonly port?: number;
  /**
   * Time between probes, in seconds: 3 to 60.
   *
   * @default - the load balancer's default, 15
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.intervalSeconds (infrastructure.cluster.x-k8s.io)
   */
  readonly intervalSeconds?: number;
  /**
   * Time to wait for a response, in seconds: 1 to 60.
   *
   * @default - the load balancer's default, 10
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.timeoutSeconds (infrastructure.cluster.x-k8s.io)
   */
  readonly timeoutSeconds?: number;
  /**
   * Failed probes in a row after which an API server is unhealthy: 1 to 5.
   *
   * @default - the load balancer's default, 3
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.retries (infrastructure.cluster.x-k8s.io)
   */
  readonly retries?: number;
}

/** Options of {@link BalancerHealthCheck.http} and {@link BalancerHealthCheck.https}. */
export interface BalancerHttpProbeOptions extends BalancerProbeOptions {
  /**
   * Path of the request.
   *
   * @default '/readyz'
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.path (infrastructure.cluster.x-k8s.io)
   */
  readonly path?: string;
  /**
   * Host of the request.
   *
   * @default - the load balancer sends no host
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.domain (infrastructure.cluster.x-k8s.io)
   */
  readonly domain?: string;
  /**
   * Text that the response must contain.
   *
   * @default - any response is accepted
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.response (infrastructure.cluster.x-k8s.io)
   */
  readonly response?: string;
  /**
   * Status codes of a healthy API server, such as `200` or `2??`.
   *
   * @default ['200']
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.statusCodes (infrastructure.cluster.x-k8s.io)
   */
  readonly statusCodes?: readonly string[];
}

/** Defaults of {@link BalancerHttpProbeOptions}. */
export const BALANCER_PROBE_DEFAULTS = Object.freeze({
  path: '/readyz',
  statusCodes: Object.freeze(['200']),
});

/** Health check of API servers, as plain data. */
export interface BalancerHealthCheckModel extends BalancerHttpProbeOptions {
  readonly protocol: 'tcp' | 'http' | 'https';
}

/** Health check of API servers by a load balancer. */
export class BalancerHealthCheck {
  /** Considers an API server healthy when its port accepts connections. */
  static tcp(options: BalancerProbeOptions = {}): BalancerHealthCheck {
    return new BalancerHealthCheck({ protocol: 'tcp', ...options });
  }

  /** Probes over HTTP, for example a component next to the API server that answers on its own port. */
  static http(options: BalancerHttpProbeOptions = {}): BalancerHealthCheck {
    return new BalancerHealthCheck({ protocol: 'http', ...BALANCER_PROBE_DEFAULTS, ...options });
  }

  /** Probes over HTTPS whether an API server is ready. */
  static https(options: BalancerHttpProbeOptions = {}): BalancerHealthCheck {
    return new BalancerHealthCheck({ protocol: 'https', ...BALANCER_PROBE_DEFAULTS, ...options });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: BalancerHealthCheckModel,
  ) {}
}
