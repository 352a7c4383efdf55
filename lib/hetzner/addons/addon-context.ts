import type { AddonContext } from '../../addons/catalogue/addon-parts';
import type { HetznerCluster } from '../model/cluster';

/** What an addon that talks to Hetzner Cloud knows of its cluster. */
export type HetznerAddonContext = AddonContext<HetznerCluster>;
