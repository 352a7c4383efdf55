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
  /** Identity of the cluster: its own or the account's. */
  readonly identity: AwsIdentityModel;
  /** Network of the machines. */
  readonly network: AwsNetworkModel;
  /** Endpoint of the API server. */
  readonly endpoint: AwsEndpointModel;
  /** Security groups, including the rules of addons. */
  readonly securityGroups: AwsSecurityGroupsModel;
  /** Name of the key pair of the bastion and of machines without their own, if any. */
  readonly sshKeyName?: string;
  /** Bastion host for SSH access to machines, if any. */
  readonly bastion?: Required<Pick<AwsBastion, 'enabled'>> & AwsBastion;
  /** Bucket that serves Ignition configurations, if any. */
  readonly bucket?: IgnitionBucket;
  /** Tags of all AWS resources that Cluster API creates. */
  readonly tags: Readonly<Record<string, string>>;
  /** Control plane. */
  readonly controlPlane: AwsControlPlane;
  /** Node pools by name. */
  readonly pools: readonly AwsPool[];
}
