import type { BalancerHealthCheck, BalancerHealthCheckModel } from './health-check';
import type { HetznerRegion } from './region';

/** Service of the control plane's machines that a load balancer passes on besides the API server. */
export interface BalancerService {
  /**
   * Port of the load balancer.
   *
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.extraServices.listenPort (infrastructure.cluster.x-k8s.io)
   */
  readonly listenPort: number;
  /**
   * Port of the machines.
   *
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.extraServices.destinationPort (infrastructure.cluster.x-k8s.io)
   */
  readonly destinationPort: number;
  /**
   * What the load balancer understands of the traffic; one that ends TLS needs certificates, of which the provider knows
   * nothing.
   *
   * @default 'tcp'
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.extraServices.protocol (infrastructure.cluster.x-k8s.io)
   */
  readonly protocol?: 'tcp' | 'http';
}

/** Options of load balancers, whoever made them. */
export interface HetznerBalancerOptions {
  /**
   * Region of the load balancer, in the network zone of the machines; it never changes.
   *
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.region (infrastructure.cluster.x-k8s.io)
   */
  readonly region: HetznerRegion;
  /**
   * Type of the load balancer.
   *
   * @default 'lb11'
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.type (infrastructure.cluster.x-k8s.io)
   */
  readonly type?: 'lb11' | 'lb21' | 'lb31';
  /**
   * How connections are shared among API servers.
   *
   * @default 'round_robin'
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.algorithm (infrastructure.cluster.x-k8s.io)
   */
  readonly algorithm?: 'round_robin' | 'least_connections';
  /**
   * Services besides the API server.
   *
   * @default - the API server alone
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.extraServices (infrastructure.cluster.x-k8s.io)
   */
  readonly extraServices?: readonly BalancerService[];
  /**
   * How API servers are probed. A change on a cluster that runs waits for annotations of its machines.
   *
   * @default - a TCP connection, with the load balancer's own timing
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck (infrastructure.cluster.x-k8s.io)
   */
  readonly healthCheck?: BalancerHealthCheck;
  /**
   * Name that leads to the load balancer, by which the API server is reached in place of the address.
   *
   * @default - the public IPv4 address of the load balancer
   * @see HetznerCluster.spec.controlPlaneEndpoint.host (infrastructure.cluster.x-k8s.io)
   */
  readonly dnsName?: string;
}

/** Options of {@link HetznerEndpoint.external}. */
export interface HetznerExternalEndpointOptions {
  /**
   * Host name or address under which the API server is reached.
   *
   * @see HetznerCluster.spec.controlPlaneEndpoint.host (infrastructure.cluster.x-k8s.io)
   */
  readonly host: string;
  /**
   * Port of the endpoint.
   *
   * @default - the cluster's API server port
   * @see HetznerCluster.spec.controlPlaneEndpoint.port (infrastructure.cluster.x-k8s.io)
   */
  readonly port?: number;
}

/** Defaults of {@link HetznerBalancerOptions} and {@link BalancerService}. */
export const HETZNER_BALANCER_DEFAULTS = Object.freeze({
  type: 'lb11',
  algorithm: 'round_robin',
  protocol: 'tcp',
} as const);

/** Load balancer of an API server, as plain data. */
export interface HetznerBalancerModel {
  readonly region: HetznerRegion;
  readonly type: 'lb11' | 'lb21' | 'lb31';
  readonly algorithm: 'round_robin' | 'least_connections';
  readonly extraServices: readonly Required<BalancerService>[];
  readonly healthCheck?: BalancerHealthCheckModel;
  readonly dnsName?: string;
}

/** Endpoint of a cluster's API server, as plain data. */
export type HetznerEndpointModel =
  | ({ readonly kind: 'managed' } & HetznerBalancerModel)
  | ({ readonly kind: 'loadBalancer'; readonly name: string } & HetznerBalancerModel)
  | { readonly kind: 'external'; readonly host: string; readonly port?: number };

/** How the API server of a cluster on Hetzner Cloud is reached. */
export class HetznerEndpoint {
  /** Load balancer that Cluster API makes and deletes with the cluster. */
  static managed(options: HetznerBalancerOptions): HetznerEndpoint {
    return new HetznerEndpoint({ kind: 'managed', ...balancer(options) });
  }

  /**
   * Load balancer that exists, by its name in the project, and that no other cluster has.
   *
   * Cluster API takes it over with its targets and services, so that its address is known before the cluster is there.
   */
  static fromLoadBalancer(name: string, options: HetznerBalancerOptions): HetznerEndpoint {
    return new HetznerEndpoint({ kind: 'loadBalancer', name, ...balancer(options) });
  }

  /** Endpoint that somebody else runs and keeps pointed at the control plane; no load balancer is made. */
  static external(options: HetznerExternalEndpointOptions): HetznerEndpoint {
    return new HetznerEndpoint({ kind: 'external', ...options });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: HetznerEndpointModel,
  ) {}
}

/** Load balancer of an endpoint; undefined for one that somebody else runs. */
export function balancerOf(endpoint: HetznerEndpointModel): HetznerBalancerModel | undefined {
  return endpoint.kind === 'external' ? undefined : endpoint;
}

function balancer(options: HetznerBalancerOptions): HetznerBalancerModel {
  const { type, algorithm, protocol } = HETZNER_BALANCER_DEFAULTS;
  const { extraServices = [], healthCheck, ...rest } = options;
  return {
    type,
    algorithm,
    ...rest,
    extraServices: extraServices.map((service) => ({ protocol, ...service })),
    ...(healthCheck && { healthCheck: healthCheck.model }),
  };
}
