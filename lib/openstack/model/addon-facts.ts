import { AddonFact } from '../../addons/model/addon-fact';
import type { CloudConfModel } from './cloud-conf';

/** Cluster name by which a cloud controller identifies its load balancers. */
export const CLOUD_CONTROLLER_NAME = new AddonFact<string>('cloudControllerName');

/** Cluster name that a CSI driver sets on its volumes and snapshots. */
export const VOLUME_CLUSTER_NAME = new AddonFact<string>('volumeClusterName');

/** Settings of an addon that calls the cloud's APIs. */
export const CLOUD_CONF = new AddonFact<CloudConfModel>('cloudConf');
