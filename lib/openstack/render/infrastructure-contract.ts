import type { Fields } from '../../base/fields';
import type { ContractVersion } from '../../cluster/model/infrastructure-provider';

/** How machines and users reach a cluster's API server, in the provider's terms. */
export interface ApiServerAccess {
  /** Load balancer that the provider makes. */
  readonly loadBalancer?: Fields;
  /** Floating address that exists. */
  readonly floatingIP?: string;
  /** Whether a floating address is used at all. */
  readonly enableFloatingIP: boolean;
  /** Address of the load balancer inside the cloud. */
  readonly fixedIP?: string;
  /** Port of the API server, where it is not the usual one. */
  readonly port?: number;
}

/** Network and router that the provider makes, in the provider's terms. */
export interface MadeNetwork {
  /** Largest packet, in bytes. */
  readonly mtu?: number | undefined;
  /** Whether Neutron filters what ports send and receive. */
  readonly portSecurity?: boolean | undefined;
  /** Addresses of the router. */
  readonly externalRouterIPs?: readonly Fields[] | undefined;
}

/** What differs between the versions of the OpenStack provider's group. */
export interface InfrastructureContract {
  /** Version of the group. */
  readonly version: ContractVersion;
  /** Part of a cluster's spec about the API server. */
  apiServer(access: ApiServerAccess): Fields;
  /** Part of a cluster's spec that forgoes an external network. */
  noExternalNetwork(): Fields;
  /** Part of a cluster's spec about the network that the provider makes. */
  managedNetwork(network: MadeNetwork): Fields;
  /** Rule lists of managed security groups. */
  securityGroupRules(all: unknown, controlPlane: unknown, workers: unknown): Fields;
  /** Flavor of a machine by its name. */
  flavor(name: string): unknown;
  /** Spec of a machine template's servers in the words of v1beta1, by which templates are named. */
  neutralMachine(spec: Fields): Fields;
  /** Part of a port about whether Neutron filters what it sends and receives. */
  portSecurity(enabled: boolean): Fields;
}
