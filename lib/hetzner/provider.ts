import type { Provider } from '../provider/provider';
import type { HetznerCluster } from './model/cluster';
import { hetznerSecrets } from './model/secrets';
import { HETZNER_NOT_PROPS } from './not-props';
import { HETZNER_PROVIDER } from './releases';
import { HETZNER_RENDERER } from './render/renderer';

/** Hetzner Cloud as a provider of infrastructure. */
export const HETZNER: Provider<HetznerCluster> = {
  releases: HETZNER_PROVIDER,
  cloudClass: 'HetznerProject',
  offers: ['failureDomains'],
  renderer: HETZNER_RENDERER,
  rules: {},
  addons: {
    'cloud-controller-manager': 'Addon.hcloudCloudControllerManager()',
    'csi-driver': 'Addon.hcloudCsi()',
  },
  notProps: HETZNER_NOT_PROPS,
  secrets: hetznerSecrets,
};
