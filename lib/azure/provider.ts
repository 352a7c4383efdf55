import type { Provider } from '../provider/provider';
import type { AzureCluster } from './model/cluster';
import { identitySecrets } from './model/secrets';
import { AZURE_NOT_PROPS } from './not-props';
import { AZURE_PROVIDER } from './releases';
import { renderIdentities } from './render/identity';
import { AZURE_RENDERER } from './render/renderer';
import { fleetFacts } from './rules/fleet-rules';
import {
  AZURE_ADDON_GROUPS,
  AZURE_CLOUD_GROUPS,
  AZURE_CLUSTER_GROUPS,
  AZURE_CONTROL_PLANE_GROUPS,
  AZURE_FLEET_GROUPS,
  AZURE_MACHINE_GROUPS,
  AZURE_OBJECT_GROUPS,
  AZURE_POOL_GROUPS,
} from './rules/groups';
import { AZURE_DISKS } from './rules/machine-disks';

/** Azure infrastructure provider. */
export const AZURE: Provider<AzureCluster> = {
  releases: AZURE_PROVIDER,
  cloudClass: 'AzureSubscription',
  offers: ['gpu', 'failureDomains'],
  renderer: AZURE_RENDERER,
  rules: {
    cloud: AZURE_CLOUD_GROUPS,
    cluster: AZURE_CLUSTER_GROUPS,
    controlPlane: AZURE_CONTROL_PLANE_GROUPS,
    machine: AZURE_MACHINE_GROUPS,
    pool: AZURE_POOL_GROUPS,
    addon: AZURE_ADDON_GROUPS,
    object: AZURE_OBJECT_GROUPS,
    fleet: AZURE_FLEET_GROUPS,
  },
  disks: AZURE_DISKS,
  addons: {
    'cloud-controller-manager': 'Addon.azureCloudControllerManager()',
    'csi-driver': 'Addon.azureDiskCsi()',
  },
  notProps: AZURE_NOT_PROPS,
  secrets: identitySecrets,
  sharedObjects: renderIdentities,
  fleetFacts,
};
