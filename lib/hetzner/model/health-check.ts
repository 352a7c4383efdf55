/** Timing of a load balancer's probes of API servers. */
export interface BalancerProbeOptions {
  /**
   * Port that is probed.
   *
   * @default - the port of the API server
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.port (infrastructure.cluster.x-k8s.io)
   */
  readonly port?: number;
  /**
   * Time between probes, in seconds: 3 to 60.
   *
   * @default - the load balancer's own, 15
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.intervalSeconds (infrastructure.cluster.x-k8s.io)
   */
  readonly intervalSeconds?: number;
  /**
   * Time to wait for an answer, in seconds: 1 to 60.
   *
   * @default - the load balancer's own, 10
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.timeoutSeconds (infrastructure.cluster.x-k8s.io)
   */
  readonly timeoutSeconds?: number;
  /**
   * Missed answers in a row after which an API server is down: 1 to 5.
   *
   * @default - the load balancer's own, 3
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.retries (infrastructure.cluster.x-k8s.io)
   */
  readonly retries?: number;
}

/** Options of {@link BalancerHealthCheck.http} and {@link BalancerHealthCheck.https}. */
export interface BalancerHttpProbeOptions extends BalancerProbeOptions {
  /**
   * Path that is asked for.
   *
   * @default '/readyz'
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.path (infrastructure.cluster.x-k8s.io)
   */
  readonly path?: string;
  /**
   * Host of the request.
   *
   * @default - the load balancer names none
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck.domain (infrastructure.cluster.x-k8s.io)
   */
  readonly domain?: string;
  /**
   * Text that the answer has to hold.
   *
   * @default - any answer will do
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

/** How a load balancer probes API servers, as plain data. */
export interface BalancerHealthCheckModel extends BalancerHttpProbeOptions {
  readonly protocol: 'tcp' | 'http' | 'https';
}

/** How a load balancer probes API servers. */
export class BalancerHealthCheck {
  /** Takes an API server for healthy once its port takes connections. */
  static tcp(options: BalancerProbeOptions = {}): BalancerHealthCheck {
    return new BalancerHealthCheck({ protocol: 'tcp', ...options });
  }

  /** Asks by HTTP, as what stands beside an API server may answer on a port of its own. */
  static http(options: BalancerHttpProbeOptions = {}): BalancerHealthCheck {
    return new BalancerHealthCheck({ protocol: 'http', ...BALANCER_PROBE_DEFAULTS, ...options });
  }

  /** Asks by HTTPS whether an API server is ready. */
  static https(options: BalancerHttpProbeOptions = {}): BalancerHealthCheck {
    return new BalancerHealthCheck({ protocol: 'https', ...BALANCER_PROBE_DEFAULTS, ...options });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: BalancerHealthCheckModel,
  ) {}
}
