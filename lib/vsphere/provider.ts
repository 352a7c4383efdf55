import type { Provider } from '../provider/provider';
import { identitySecrets } from './model/cloud-secrets';
import type { VSphereCluster } from './model/cluster';
import { VSPHERE_NOT_PROPS } from './not-props';
import { VSPHERE_PROVIDER } from './releases';
import { VSPHERE_RENDERER } from './render/renderer';
import { renderZones } from './render/zones';
import { fleetFacts } from './rules/cloud-summary';
import {
  VSPHERE_ADDON_GROUPS,
  VSPHERE_CLOUD_GROUPS,
  VSPHERE_CLUSTER_GROUPS,
  VSPHERE_CONTROL_PLANE_GROUPS,
  VSPHERE_FLEET_GROUPS,
  VSPHERE_MACHINE_GROUPS,
  VSPHERE_OBJECT_GROUPS,
  VSPHERE_POOL_GROUPS,
} from './rules/groups';

/** Infrastructure provider for vSphere. */
export const VSPHERE: Provider<VSphereCluster> = {
  releases: VSPHERE_PROVIDER,
  cloudClass: 'VCenter',
  offers: ['gpu', 'failureDomains'],
  renderer: VSPHERE_RENDERER,
  rules: {
    cloud: VSPHERE_CLOUD_GROUPS,
    cluster: VSPHERE_CLUSTER_GROUPS,
    controlPlane: VSPHERE_CONTROL_PLANE_GROUPS,
    machine: VSPHERE_MACHINE_GROUPS,
    pool: VSPHERE_POOL_GROUPS,
    addon: VSPHERE_ADDON_GROUPS,
    object: VSPHERE_OBJECT_GROUPS,
    fleet: VSPHERE_FLEET_GROUPS,
  },
  addons: {
    'cloud-controller-manager': 'Addon.vSphereCloudControllerManager()',
    'csi-driver': 'Addon.vSphereCsi()',
  },
  notProps: VSPHERE_NOT_PROPS,
  secrets: identitySecrets,
  sharedObjects: renderZones,
  fleetFacts,
};
