import type { ClusterModel } from '../../cluster/model/cluster';
import type { ClusterPart } from '../../cluster/model/cluster-part';
import type { AddonModel } from './addon';
import type { CniModel } from './cni';

/** Cluster with the software that is installed into it. */
export interface EquippedCluster extends ClusterModel {
  /** Network plugin; absent if unknown. */
  readonly cni?: CniModel;
  /** Parts installed by something other than the addons; absent if not set. */
  readonly installedOtherwise?: readonly ClusterPart[];
  /** Addons by name. */
  readonly addons: readonly AddonModel[];
}
