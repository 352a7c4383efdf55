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
  /** Identity of the cluster: its own or the subscription's. */
  readonly identity: AzureIdentityModel;
  /** Resource group of all resources; absent for one with the cluster's name. */
  readonly resourceGroup?: string;
  /** Network of the machines. */
  readonly network: AzureNetworkModel;
  /** Endpoint of the API server. */
  readonly endpoint: AzureEndpointModel;
  /** Outbound load balancer of workers; absent for the NAT gateways of their subnets. */
  readonly nodeOutbound?: AzureOutboundModel;
  /** Azure Bastion, if any. */
  readonly bastion?: Required<AzureBastion>;
  /** Tags of all Azure resources that Cluster API creates. */
  readonly tags: Readonly<Record<string, string>>;
  /** Control plane. */
  readonly controlPlane: AzureControlPlane;
  /** Node pools by name. */
  readonly pools: readonly AzurePool[];
}
