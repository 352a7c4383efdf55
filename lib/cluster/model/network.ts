/** Network of a cluster's machines, with the fields that every provider has. */
export interface NetworkModel {
  /** Origin of the network: created with the cluster, provisioned before it, or adopted. */
  readonly kind: string;
  /** Address range of the machines; absent if unknown. */
  readonly nodeCidr?: string;
  /** Second address range of the machines, which is IPv6; absent if there is none or it is unknown. */
  readonly nodeCidrIPv6?: string;
  /** MTU of the network, in bytes; absent if unknown. */
  readonly mtu?: number;
}
