import type { AddonContext } from '../../addons/catalogue/addon-parts';
import type { OpenStackCluster } from '../model/cluster';

/** What an addon that talks to the cloud knows of its cluster. */
export type OpenStackAddonContext = AddonContext<OpenStackCluster>;
