import type { ClusterModel } from '../../cluster/model/cluster';
import type { ClusterPart } from '../../cluster/model/cluster-part';
import type { AddonModel } from './addon';
import type { CniModel } from './cni';

/** Cluster with what is installed into it. */
export interface EquippedCluster extends ClusterModel {
  /** Network plugin; absent where none is known. */
  readonly cni?: CniModel;
  /** Parts that something else than the addons installs; absent where nothing is said. */
  readonly installedOtherwise?: readonly ClusterPart[];
  /** Addons by name. */
  readonly addons: readonly AddonModel[];
}
