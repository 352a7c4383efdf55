import type { AddonContext } from '../../addons/catalogue/addon-parts';
import type { OpenStackCluster } from '../model/cluster';

/** Context of an addon that talks to the cloud. */
export type OpenStackAddonContext = AddonContext<OpenStackCluster>;
