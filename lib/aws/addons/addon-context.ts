import type { AddonContext } from '../../addons/catalogue/addon-parts';
import type { AwsCluster } from '../model/cluster';

/** What an addon that talks to AWS knows of its cluster. */
export type AwsAddonContext = AddonContext<AwsCluster>;
