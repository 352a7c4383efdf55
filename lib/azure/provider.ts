import type { Provider } from '../provider/provider';
import type { AzureCluster } from './model/cluster';
import { identitySecrets } from './model/secrets';
import { AZURE_NOT_PROPS } from './not-props';
import { AZURE_PROVIDER } from './releases';
import { renderIdentities } from './render/identity';
import { AZURE_RENDERER } from './render/renderer';

/** Azure as a provider of infrastructure. */
export const AZURE: Provider<AzureCluster> = {
  releases: AZURE_PROVIDER,
  cloudClass: 'AzureSubscription',
  offers: ['gpu', 'failureDomains'],
  renderer: AZURE_RENDERER,
  rules: {},
  addons: {
    'cloud-controller-manager': 'Addon.azureCloudControllerManager()',
    'csi-driver': 'Addon.azureDiskCsi()',
  },
  notProps: AZURE_NOT_PROPS,
  secrets: identitySecrets,
  sharedObjects: renderIdentities,
};
