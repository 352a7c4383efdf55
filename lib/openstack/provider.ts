import type { Provider } from '../provider/provider';
import { cloudSecrets } from './model/cloud-secrets';
import type { OpenStackCluster } from './model/cluster';
import { expiriesOf } from './model/credential-expiry';
import { inOrder } from './model/ordered';
import { OPENSTACK_NOT_PROPS } from './not-props';
import { OPENSTACK_PROVIDER } from './releases';
import { sharedObjects } from './render/cluster-identity';
import { OPENSTACK_RENDERER } from './render/renderer';
import { fleetFacts } from './rules/cloud-summary';
import {
  OPENSTACK_ADDON_GROUPS,
  OPENSTACK_CLOUD_GROUPS,
  OPENSTACK_CLUSTER_GROUPS,
  OPENSTACK_CONTROL_PLANE_GROUPS,
  OPENSTACK_FLEET_GROUPS,
  OPENSTACK_MACHINE_GROUPS,
  OPENSTACK_POOL_GROUPS,
  OPENSTACK_RENDERING_GROUPS,
  OPENSTACK_SERVER_GROUPS,
} from './rules/groups';
import { SERVER_DISKS } from './rules/machine-disks';
import { OPENSTACK_OBJECT_GROUPS, OPENSTACK_OBJECT_SET_GROUPS } from './rules/object-groups';

/** OpenStack infrastructure provider. */
export const OPENSTACK: Provider<OpenStackCluster> = {
  releases: OPENSTACK_PROVIDER,
  cloudClass: 'OpenStackCloud',
  offers: ['windows', 'gpu', 'failureDomains'],
  renderer: OPENSTACK_RENDERER,
  rules: {
    cloud: OPENSTACK_CLOUD_GROUPS,
    cluster: OPENSTACK_CLUSTER_GROUPS,
    rendering: OPENSTACK_RENDERING_GROUPS,
    controlPlane: OPENSTACK_CONTROL_PLANE_GROUPS,
    server: OPENSTACK_SERVER_GROUPS,
    machine: OPENSTACK_MACHINE_GROUPS,
    pool: OPENSTACK_POOL_GROUPS,
    addon: OPENSTACK_ADDON_GROUPS,
    object: OPENSTACK_OBJECT_GROUPS,
    objectSet: OPENSTACK_OBJECT_SET_GROUPS,
    fleet: OPENSTACK_FLEET_GROUPS,
  },
  addons: {
    'cloud-controller-manager': 'Addon.openStackCloudControllerManager()',
    'csi-driver': 'Addon.cinderCsi()',
  },
  notProps: OPENSTACK_NOT_PROPS,
  disks: SERVER_DISKS,
  otherServers: ({ bastion, path }) =>
    bastion === undefined ? [] : [{ machine: { ...bastion, path }, prefix: 'bastion.' }],
  secrets: cloudSecrets,
  expiries: expiriesOf,
  sharedObjects,
  inOrder,
  fleetFacts,
};
