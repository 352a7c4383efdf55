import { AddonFact } from '../../addons/model/addon-fact';

/** Identifier by which a vCenter distinguishes the volumes of a cluster from those of others. */
export const VOLUME_CLUSTER_ID = new AddonFact<string>('volumeClusterId');
