/** Network of a cluster's machines, as far as every provider says it. */
export interface NetworkModel {
  /** How the cluster comes to its network: made with it, provisioned before it, or adopted. */
  readonly kind: string;
  /** Range of the machines' addresses; absent where it is not known. */
  readonly nodeCidr?: string;
  /** Second range of the machines, one of IPv6; absent for none, or one that is not known. */
  readonly nodeCidrIPv6?: string;
  /** Largest packet of the network, in bytes; absent where it is not known. */
  readonly mtu?: number;
}
