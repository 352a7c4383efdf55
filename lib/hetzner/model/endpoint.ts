import type { BalancerHealthCheck, BalancerHealthCheckModel } from './health-check';
import type { HetznerRegion } from './region';

/** Service of the control plane machines that the load balancer forwards in addition to the API server. */
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
   * Protocol of the service. TLS termination needs certificates, which the provider does not support.
   *
   * @default 'tcp'
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.extraServices.protocol (infrastructure.cluster.x-k8s.io)
   */
  readonly protocol?: 'tcp' | 'http';
}

/** Options of managed and existing load balancers. */
export interface HetznerBalancerOptions {
  /**
   * Region of the load balancer, in the network zone of the machines. It is immutable.
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
   * How connections are distributed among API servers.
   *
   * @default 'round_robin'
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.algorithm (infrastructure.cluster.x-k8s.io)
   */
  readonly algorithm?: 'round_robin' | 'least_connections';
  /**
   * Services in addition to the API server.
   *
   * @default - only the API server
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.extraServices (infrastructure.cluster.x-k8s.io)
   */
  readonly extraServices?: readonly BalancerService[];
  /**
   * Health check of API servers. On a running cluster, a change waits for annotations of its machines.
   *
   * @default - a TCP connection, with the load balancer's default timing
   * @see HetznerCluster.spec.controlPlaneLoadBalancer.healthCheck (infrastructure.cluster.x-k8s.io)
   */
  readonly healthCheck?: BalancerHealthCheck;
  /**
   * DNS name that resolves to the load balancer, as the endpoint of the API server in place of the address.
   *
   * @default - the public IPv4 address of the load balancer
   * @see HetznerCluster.spec.controlPlaneEndpoint.host (infrastructure.cluster.x-k8s.io)
   */
  readonly dnsName?: string;
}

/** Options of {@link HetznerEndpoint.external}. */
export interface HetznerExternalEndpointOptions {
  /**
   * Host name or IP address of the API server.
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

/** Endpoint of the API server of a cluster on Hetzner Cloud. */
export class HetznerEndpoint {
  /** Uses a load balancer that Cluster API creates and deletes with the cluster. */
  static managed(options: HetznerBalancerOptions): HetznerEndpoint {
    return new HetznerEndpoint({ kind: 'managed', ...balancer(options) });
  }

  /**
   * Uses an existing load balancer, by its name in the project, that no other cluster uses.
   *
   * Cluster API takes it over with its targets and services, so its address is known before the cluster exists.
   */
  static fromLoadBalancer(name: string, options: HetznerBalancerOptions): HetznerEndpoint {
    return new HetznerEndpoint({ kind: 'loadBalancer', name, ...balancer(options) });
  }

  /** Uses an endpoint that is managed elsewhere and kept pointed at the control plane. No load balancer is created. */
  static external(options: HetznerExternalEndpointOptions): HetznerEndpoint {
    return new HetznerEndpoint({ kind: 'external', ...options });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: HetznerEndpointModel,
  ) {}
}

/** Returns the load balancer of an endpoint; undefined for an external endpoint. */
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
