import type { Fields } from '../../base/fields';
import type { ContractVersion } from '../../cluster/model/infrastructure-provider';

/** Access to a cluster's API server, in the provider's terms. */
export interface ApiServerAccess {
  /** Load balancer that the provider creates. */
  readonly loadBalancer?: Fields;
  /** Existing floating IP. */
  readonly floatingIP?: string;
  /** Whether a floating IP is used. */
  readonly enableFloatingIP: boolean;
  /** Address of the load balancer inside the cloud. */
  readonly fixedIP?: string;
  /** Port of the API server, if it is not the default. */
  readonly port?: number;
}

/** Network and router that the provider creates, in the provider's terms. */
export interface MadeNetwork {
  /** MTU, in bytes. */
  readonly mtu?: number | undefined;
  /** Whether Neutron filters the traffic of ports. */
  readonly portSecurity?: boolean | undefined;
  /** Addresses of the router. */
  readonly externalRouterIPs?: readonly Fields[] | undefined;
}

/** Differences between the versions of the OpenStack provider's API group. */
export interface InfrastructureContract {
  /** Version of the API group. */
  readonly version: ContractVersion;
  /** Renders the part of a cluster's spec about the API server. */
  apiServer(access: ApiServerAccess): Fields;
  /** Renders the part of a cluster's spec that disables the external network. */
  noExternalNetwork(): Fields;
  /** Renders the part of a cluster's spec about the network that the provider creates. */
  managedNetwork(network: MadeNetwork): Fields;
  /** Renders the rule lists of managed security groups. */
  securityGroupRules(all: unknown, controlPlane: unknown, workers: unknown): Fields;
  /** Renders the flavor of a machine by name. */
  flavor(name: string): unknown;
  /** Converts the spec of a machine template to the fields of v1beta1, from which template names are derived. */
  neutralMachine(spec: Fields): Fields;
  /** Renders the part of a port about whether Neutron filters its traffic. */
  portSecurity(enabled: boolean): Fields;
}
