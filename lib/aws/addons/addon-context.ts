import type { AddonContext } from '../../addons/catalogue/addon-parts';
import type { AwsCluster } from '../model/cluster';

/** Context of an addon that uses the AWS API. */
export type AwsAddonContext = AddonContext<AwsCluster>;
