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
  /** Project that the cluster runs in. */
  readonly cloud: HetznerCloudModel;
  /** Secret with the token that Cluster API provisions the cluster with, the project's or its own. */
  readonly hetznerSecret: HetznerSecretModel;
  /** Whether Cluster API copies the token into the cluster. */
  readonly secretInWorkloadCluster: boolean;
  /** Regions that the control plane is spread over, which are the failure domains. */
  readonly controlPlaneRegions: readonly HetznerRegion[];
  /** Network of the machines. */
  readonly network: HetznerNetworkModel;
  /** Endpoint of the API server. */
  readonly endpoint: HetznerEndpointModel;
  /** Names of the SSH keys of machines that do not set their own. */
  readonly sshKeys: readonly string[];
  /** SSH key of the rescue system; absent for none. */
  readonly rescueKey?: RescueKeyModel;
  /** Names of the placement groups, which keep servers on different hosts. */
  readonly placementGroups: readonly string[];
  /** Control plane. */
  readonly controlPlane: HetznerControlPlane;
  /** Node pools by name. */
  readonly pools: readonly HetznerPool[];
}
