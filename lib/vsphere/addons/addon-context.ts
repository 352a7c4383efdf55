import type { AddonContext } from '../../addons/catalogue/addon-parts';
import type { VSphereCluster } from '../model/cluster';

/** What an addon that talks to the vCenter knows of its cluster. */
export type VSphereAddonContext = AddonContext<VSphereCluster>;
