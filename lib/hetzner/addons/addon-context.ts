import type { AddonContext } from '../../addons/catalogue/addon-parts';
import type { HetznerCluster } from '../model/cluster';

/** Cluster context of an addon that accesses Hetzner Cloud. */
export type HetznerAddonContext = AddonContext<HetznerCluster>;
