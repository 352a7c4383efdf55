import type { EndpointModel, VirtualIpModel } from '../../cluster/model/endpoint';
import { KUBE_VIP_IMAGE, type KubeVipOptions } from '../../cluster/model/kube-vip';

/** Endpoint of a cluster's API server. It is always given, because vSphere provides no load balancer. */
export type VSphereEndpoint = Extract<EndpointModel, { kind: 'external' }> | VirtualIpModel;

/** Options of {@link GivenEndpoint.virtualIp}. */
export interface GivenVirtualIpOptions extends KubeVipOptions {
  /**
   * Unused address in the network of the machines, outside the DHCP range.
   *
   * @see VSphereCluster.spec.controlPlaneEndpoint.host (infrastructure.cluster.x-k8s.io)
   */
  readonly address: string;
  /**
   * DNS name that resolves to the address, for the certificate of API servers.
   *
   * @default - no name
   */
  readonly dnsName?: string;
}

/** Options of {@link GivenEndpoint.external}. */
export interface GivenExternalOptions {
  /**
   * Host name or IP address of the API server.
   *
   * @see VSphereCluster.spec.controlPlaneEndpoint.host (infrastructure.cluster.x-k8s.io)
   */
  readonly host: string;
  /**
   * Port of the endpoint.
   *
   * @default - the cluster's API server port
   * @see VSphereCluster.spec.controlPlaneEndpoint.port (infrastructure.cluster.x-k8s.io)
   */
  readonly port?: number;
}

/** Endpoint of the API server of a cluster on vSphere. */
export class GivenEndpoint {
  /** Uses an address that kube-vip holds on one of the control plane machines. */
  static virtualIp(options: GivenVirtualIpOptions): GivenEndpoint {
    const { image = KUBE_VIP_IMAGE, ...rest } = options;
    return new GivenEndpoint({ kind: 'virtualIp', ...rest, image });
  }

  /** Uses a load balancer that is managed elsewhere and kept pointed at the control plane. */
  static external(options: GivenExternalOptions): GivenEndpoint {
    return new GivenEndpoint({ kind: 'external', ...options });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: VSphereEndpoint,
  ) {}
}
