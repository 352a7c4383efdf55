import type { AddonContext } from '../../addons/catalogue/addon-parts';
import type { VSphereCluster } from '../model/cluster';

/** Cluster context of an addon that accesses the vCenter. */
export type VSphereAddonContext = AddonContext<VSphereCluster>;
