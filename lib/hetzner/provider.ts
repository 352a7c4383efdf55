import type { Provider } from '../provider/provider';
import type { HetznerCluster } from './model/cluster';
import { hetznerSecrets } from './model/secrets';
import { HETZNER_NOT_PROPS } from './not-props';
import { HETZNER_PROVIDER } from './releases';
import { HETZNER_RENDERER } from './render/renderer';
import { fleetFacts } from './rules/fleet-rules';
import {
  HETZNER_ADDON_GROUPS,
  HETZNER_CLOUD_GROUPS,
  HETZNER_CLUSTER_GROUPS,
  HETZNER_CONTROL_PLANE_GROUPS,
  HETZNER_FLEET_GROUPS,
  HETZNER_MACHINE_GROUPS,
  HETZNER_OBJECT_GROUPS,
  HETZNER_POOL_GROUPS,
} from './rules/groups';

/** Infrastructure provider for Hetzner Cloud. */
export const HETZNER: Provider<HetznerCluster> = {
  releases: HETZNER_PROVIDER,
  cloudClass: 'HetznerProject',
  offers: ['failureDomains'],
  renderer: HETZNER_RENDERER,
  rules: {
    cloud: HETZNER_CLOUD_GROUPS,
    cluster: HETZNER_CLUSTER_GROUPS,
    controlPlane: HETZNER_CONTROL_PLANE_GROUPS,
    machine: HETZNER_MACHINE_GROUPS,
    pool: HETZNER_POOL_GROUPS,
    addon: HETZNER_ADDON_GROUPS,
    object: HETZNER_OBJECT_GROUPS,
    fleet: HETZNER_FLEET_GROUPS,
  },
  addons: {
    'cloud-controller-manager': 'Addon.hcloudCloudControllerManager()',
    'csi-driver': 'Addon.hcloudCsi()',
  },
  notProps: HETZNER_NOT_PROPS,
  secrets: hetznerSecrets,
  fleetFacts,
};
