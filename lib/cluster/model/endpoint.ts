import type { KubeVipModel } from './kube-vip';

/** How a cluster's API server is reached, as far as every provider says it. */
export type EndpointModel =
  | {
      /** A load balancer that the provider makes with the cluster. */
      readonly kind: 'managed';
    }
  | {
      /** A load balancer that is there before the cluster. */
      readonly kind: 'loadBalancer';
      /** Name of the endpoint in the certificate of API servers; absent for none. */
      readonly dnsName?: string;
    }
  | VirtualIpModel
  | {
      /** An address of the only machine of the control plane. */
      readonly kind: 'machine';
      /** Name of the endpoint in the certificate of API servers; absent for none. */
      readonly dnsName?: string;
    }
  | {
      /** What somebody else runs and keeps pointed at the control plane. */
      readonly kind: 'external';
      /** Host name or address. */
      readonly host: string;
      /** Port; absent for the cluster's API server port. */
      readonly port?: number;
    };

/** Address that kube-vip holds on one of the control-plane machines. */
export interface VirtualIpModel extends KubeVipModel {
  readonly kind: 'virtualIp';
  /** Address itself; empty until it is derived from the network. */
  readonly address: string;
  /** Name of the endpoint in the certificate of API servers; absent for none. */
  readonly dnsName?: string;
}
