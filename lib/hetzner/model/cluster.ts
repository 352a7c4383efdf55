import type { EquippedCluster } from '../../addons/model/cluster';
import type { HetznerCloudModel } from './cloud';
import type { HetznerControlPlane } from './control-plane';
import type { HetznerEndpointModel } from './endpoint';
import type { HetznerSecretModel } from './hetzner-secret';
import type { HetznerNetworkModel } from './network';
import type { HetznerPool } from './node-pool';
import type { HetznerRegion } from './region';
import type { RescueKeyModel } from './rescue-key';

/** Cluster on Hetzner Cloud. */
export interface HetznerCluster extends EquippedCluster {
  /** Project that the cluster is in. */
  readonly cloud: HetznerCloudModel;
  /** Secret with the token with which the cluster is made, the project's or its own. */
  readonly hetznerSecret: HetznerSecretModel;
  /** Whether Cluster API copies the token into the cluster. */
  readonly secretInWorkloadCluster: boolean;
  /** Regions over which the control plane is spread, which are the failure domains. */
  readonly controlPlaneRegions: readonly HetznerRegion[];
  /** Network of the machines. */
  readonly network: HetznerNetworkModel;
  /** How the API server is reached. */
  readonly endpoint: HetznerEndpointModel;
  /** Names of SSH keys of machines that name none themselves. */
  readonly sshKeys: readonly string[];
  /** SSH key of the rescue system; absent for none. */
  readonly rescueKey?: RescueKeyModel;
  /** Names of the groups whose servers are on different hosts. */
  readonly placementGroups: readonly string[];
  /** Control plane. */
  readonly controlPlane: HetznerControlPlane;
  /** Node pools by name. */
  readonly pools: readonly HetznerPool[];
}
