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
  /** Credentials of the cluster, the cloud's or its own. */
  readonly credentials: CredentialsModel;
  /** Network of the machines. */
  readonly network: OpenStackNetwork;
  /** How the API server is reached. */
  readonly endpoint: OpenStackEndpoint;
  /** Security groups, derived rules included. */
  readonly securityGroups: SecurityGroupsModel;
  /** Server through which machines are reached by SSH; absent for none. */
  readonly bastion?: BastionModel;
  /** Tags of everything that Cluster API makes in the cloud. */
  readonly tags: readonly string[];
  /** Pools of floating addresses for machines, by name; absent for none. */
  readonly floatingIPPools?: readonly FloatingIPPoolModel[];
  /** What provisioning found out; absent where nothing was provisioned or read. */
  readonly handOver?: HandOver;
  /** Control plane. */
  readonly controlPlane: OpenStackControlPlane;
  /** Node pools by name. */
  readonly pools: readonly OpenStackPool[];
}
