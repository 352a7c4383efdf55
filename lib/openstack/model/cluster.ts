import type { EquippedCluster } from '../../addons/model/cluster';
import type { BastionModel } from './bastion';
import type { OpenStackCloudModel } from './cloud';
import type { OpenStackControlPlane } from './control-plane';
import type { CredentialsModel } from './credentials';
import type { OpenStackEndpoint } from './endpoint';
import type { FloatingIPPoolModel } from './floating-ip-pool';
import type { HandOver } from './hand-over';
import type { OpenStackNetwork } from './network';
import type { OpenStackPool } from './node-pool';
import type { SecurityGroupsModel } from './security-groups';

/** Cluster on an OpenStack cloud. */
export interface OpenStackCluster extends EquippedCluster {
  /** Cloud that the cluster runs on. */
  readonly cloud: OpenStackCloudModel;
  /** Credentials of the cluster: its own or the cloud's. */
  readonly credentials: CredentialsModel;
  /** Network of the machines. */
  readonly network: OpenStackNetwork;
  /** Endpoint of the API server. */
  readonly endpoint: OpenStackEndpoint;
  /** Security groups, including derived rules. */
  readonly securityGroups: SecurityGroupsModel;
  /** Bastion host for SSH access to the machines; absent if there is none. */
  readonly bastion?: BastionModel;
  /** Tags of all resources that Cluster API creates in the cloud. */
  readonly tags: readonly string[];
  /** Floating IP pools for machines, by name; absent if there are none. */
  readonly floatingIPPools?: readonly FloatingIPPoolModel[];
  /** Values known from provisioning; absent if nothing was provisioned or read. */
  readonly handOver?: HandOver;
  /** Control plane. */
  readonly controlPlane: OpenStackControlPlane;
  /** Node pools by name. */
  readonly pools: readonly OpenStackPool[];
}
