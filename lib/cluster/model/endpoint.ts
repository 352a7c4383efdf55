import type { KubeVipModel } from './kube-vip';

/** How a cluster's API server is reached, with the fields that every provider has. */
export type EndpointModel =
  | {
      /** Load balancer that the provider creates with the cluster. */
      readonly kind: 'managed';
    }
  | {
      /** Load balancer that exists before the cluster. */
      readonly kind: 'loadBalancer';
      /** DNS name of the endpoint in the API server's certificate; absent for none. */
      readonly dnsName?: string;
    }
  | VirtualIpModel
  | {
      /** Address of the only control-plane machine. */
      readonly kind: 'machine';
      /** DNS name of the endpoint in the API server's certificate; absent for none. */
      readonly dnsName?: string;
    }
  | {
      /** Endpoint that somebody else runs and points at the control plane. */
      readonly kind: 'external';
      /** Host name or address. */
      readonly host: string;
      /** Port; absent for the cluster's API server port. */
      readonly port?: number;
    };

/** Address that kube-vip holds on one of the control-plane machines. */
export interface VirtualIpModel extends KubeVipModel {
  readonly kind: 'virtualIp';
  /** The address; empty until it is derived from the network. */
  readonly address: string;
  /** DNS name of the endpoint in the API server's certificate; absent for none. */
  readonly dnsName?: string;
}
