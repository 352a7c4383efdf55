import type { EquippedCluster } from '../../addons/model/cluster';
import type { AzureBastion } from './bastion';
import type { AzureCloudModel } from './cloud';
import type { AzureControlPlane } from './control-plane';
import type { AzureEndpointModel } from './endpoint';
import type { AzureIdentityModel } from './identity';
import type { AzureNetworkModel } from './network';
import type { AzurePool } from './node-pool';
import type { AzureOutboundModel } from './outbound';

/** Cluster on Azure. */
export interface AzureCluster extends EquippedCluster {
  /** Subscription and location that the cluster runs in. */
  readonly cloud: AzureCloudModel;
  /** Identity of the cluster, the subscription's or its own. */
  readonly identity: AzureIdentityModel;
  /** Resource group of everything that is made; absent for one with the cluster's name. */
  readonly resourceGroup?: string;
  /** Network of the machines. */
  readonly network: AzureNetworkModel;
  /** How the API server is reached. */
  readonly endpoint: AzureEndpointModel;
  /** Load balancer through which workers reach the internet; absent for the gateways of their subnets. */
  readonly nodeOutbound?: AzureOutboundModel;
  /** Azure Bastion; absent for none. */
  readonly bastion?: Required<AzureBastion>;
  /** Tags of everything that Cluster API makes in Azure. */
  readonly tags: Readonly<Record<string, string>>;
  /** Control plane. */
  readonly controlPlane: AzureControlPlane;
  /** Node pools by name. */
  readonly pools: readonly AzurePool[];
}
