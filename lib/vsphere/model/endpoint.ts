import type { EndpointModel, VirtualIpModel } from '../../cluster/model/endpoint';
import { KUBE_VIP_IMAGE, type KubeVipOptions } from '../../cluster/model/kube-vip';

/** Endpoint of a cluster's API server, which is always given: vSphere makes no load balancer. */
export type VSphereEndpoint = Extract<EndpointModel, { kind: 'external' }> | VirtualIpModel;

/** Options of {@link GivenEndpoint.virtualIp}. */
export interface GivenVirtualIpOptions extends KubeVipOptions {
  /**
   * Address in the network of the machines, that nothing else has and DHCP hands to nobody.
   *
   * @see VSphereCluster.spec.controlPlaneEndpoint.host (infrastructure.cluster.x-k8s.io)
   */
  readonly address: string;
  /**
   * Name that leads to the address, for the certificate of API servers.
   *
   * @default - no name
   */
  readonly dnsName?: string;
}

/** Options of {@link GivenEndpoint.external}. */
export interface GivenExternalOptions {
  /**
   * Host name or address under which the API server is reached.
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

/** How the API server of a cluster on vSphere is reached. */
export class GivenEndpoint {
  /** Address that kube-vip holds on one of the control-plane machines. */
  static virtualIp(options: GivenVirtualIpOptions): GivenEndpoint {
    const { image = KUBE_VIP_IMAGE, ...rest } = options;
    return new GivenEndpoint({ kind: 'virtualIp', ...rest, image });
  }

  /** Load balancer that somebody else runs and keeps pointed at the control plane. */
  static external(options: GivenExternalOptions): GivenEndpoint {
    return new GivenEndpoint({ kind: 'external', ...options });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: VSphereEndpoint,
  ) {}
}
