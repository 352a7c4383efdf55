import type { AddonContext } from '../../addons/catalogue/addon-parts';
import type { AzureCluster } from '../model/cluster';

/** What an addon that talks to Azure knows of its cluster. */
export type AzureAddonContext = AddonContext<AzureCluster>;
