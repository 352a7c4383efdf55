import type { AddonContext } from '../../addons/catalogue/addon-parts';
import type { AzureCluster } from '../model/cluster';

/** Context of an addon that uses the Azure API. */
export type AzureAddonContext = AddonContext<AzureCluster>;
