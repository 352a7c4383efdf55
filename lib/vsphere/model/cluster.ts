import type { EquippedCluster } from '../../addons/model/cluster';
import type { VSphereCloudModel } from './cloud';
import type { VSphereControlPlane } from './control-plane';
import type { VSphereEndpoint } from './endpoint';
import type { VSphereIdentityModel } from './identity';
import type { VSphereNetwork } from './network';
import type { VSpherePool } from './node-pool';

/** Cluster on vSphere. */
export interface VSphereCluster extends EquippedCluster {
  /** vCenter that the cluster runs on. */
  readonly cloud: VSphereCloudModel;
  /** Account that Cluster API provisions the cluster with, the cloud's or its own. */
  readonly identity: VSphereIdentityModel;
  /** Networks of the machines. */
  readonly network: VSphereNetwork;
  /** Endpoint of the API server. */
  readonly endpoint: VSphereEndpoint;
  /** Whether a cluster module of the compute cluster keeps the machines of a group on different hosts. */
  readonly clusterModules: boolean;
  /** Control plane. */
  readonly controlPlane: VSphereControlPlane;
  /** Node pools by name. */
  readonly pools: readonly VSpherePool[];
}
