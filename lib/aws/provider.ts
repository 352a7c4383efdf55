import type { Provider } from '../provider/provider';
import type { AwsCluster } from './model/cluster';
import { identitySecrets } from './model/secrets';
import { AWS_NOT_PROPS } from './not-props';
import { AWS_PROVIDER } from './releases';
import { renderIdentities } from './render/identity';
import { AWS_RENDERER } from './render/renderer';
import { fleetFacts } from './rules/fleet-rules';
import {
  AWS_ADDON_GROUPS,
  AWS_CLOUD_GROUPS,
  AWS_CLUSTER_GROUPS,
  AWS_FLEET_GROUPS,
  AWS_MACHINE_GROUPS,
  AWS_OBJECT_GROUPS,
  AWS_POOL_GROUPS,
} from './rules/groups';

/** AWS infrastructure provider. */
export const AWS: Provider<AwsCluster> = {
  releases: AWS_PROVIDER,
  cloudClass: 'AwsAccount',
  offers: ['gpu', 'failureDomains'],
  renderer: AWS_RENDERER,
  rules: {
    cloud: AWS_CLOUD_GROUPS,
    cluster: AWS_CLUSTER_GROUPS,
    machine: AWS_MACHINE_GROUPS,
    pool: AWS_POOL_GROUPS,
    addon: AWS_ADDON_GROUPS,
    object: AWS_OBJECT_GROUPS,
    fleet: AWS_FLEET_GROUPS,
  },
  addons: {
    'cloud-controller-manager': 'Addon.awsCloudControllerManager()',
    'csi-driver': 'Addon.ebsCsi()',
  },
  notProps: AWS_NOT_PROPS,
  secrets: identitySecrets,
  sharedObjects: renderIdentities,
  fleetFacts,
};
