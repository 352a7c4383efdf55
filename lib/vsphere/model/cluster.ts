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
  /** Account with which the cluster is made, the cloud's or its own. */
  readonly identity: VSphereIdentityModel;
  /** Networks of the machines. */
  readonly network: VSphereNetwork;
  /** How the API server is reached. */
  readonly endpoint: VSphereEndpoint;
  /** Whether machines of a group are kept on different hosts by a module of their compute cluster. */
  readonly clusterModules: boolean;
  /** Control plane. */
  readonly controlPlane: VSphereControlPlane;
  /** Node pools by name. */
  readonly pools: readonly VSpherePool[];
}
