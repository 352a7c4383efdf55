import type { EquippedCluster } from '../../addons/model/cluster';
import type { AwsBastion } from './bastion';
import type { IgnitionBucket } from './bucket';
import type { AwsCloudModel } from './cloud';
import type { AwsControlPlane } from './control-plane';
import type { AwsEndpointModel } from './endpoint';
import type { AwsIdentityModel } from './identity';
import type { AwsNetworkModel } from './network';
import type { AwsPool } from './node-pool';
import type { AwsSecurityGroupsModel } from './security-groups';

/** Cluster on AWS. */
export interface AwsCluster extends EquippedCluster {
  /** Account and region that the cluster runs in. */
  readonly cloud: AwsCloudModel;
  /** Identity of the cluster, the account's or its own. */
  readonly identity: AwsIdentityModel;
  /** Network of the machines. */
  readonly network: AwsNetworkModel;
  /** How the API server is reached. */
  readonly endpoint: AwsEndpointModel;
  /** Security groups, rules of addons included. */
  readonly securityGroups: AwsSecurityGroupsModel;
  /** Name of the key of machines that name none, and of the bastion; absent for none. */
  readonly sshKeyName?: string;
  /** Instance through which machines are reached by SSH; absent for none. */
  readonly bastion?: Required<Pick<AwsBastion, 'enabled'>> & AwsBastion;
  /** Bucket through which machines get what Ignition reads; absent for none. */
  readonly bucket?: IgnitionBucket;
  /** Tags of everything that Cluster API makes in AWS. */
  readonly tags: Readonly<Record<string, string>>;
  /** Control plane. */
  readonly controlPlane: AwsControlPlane;
  /** Node pools by name. */
  readonly pools: readonly AwsPool[];
}
