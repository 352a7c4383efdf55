import type { Infrastructure } from '../cluster/infrastructure';
import type { OpenStackCluster } from './model/cluster';
import { OPENSTACK_RENDERER } from './render/renderer';
import {
  OPENSTACK_ADDON_GROUPS,
  OPENSTACK_CLOUD_GROUPS,
  OPENSTACK_CLUSTER_GROUPS,
  OPENSTACK_CONTROL_PLANE_GROUPS,
  OPENSTACK_MACHINE_GROUPS,
  OPENSTACK_POOL_GROUPS,
  OPENSTACK_RENDERING_GROUPS,
  OPENSTACK_SERVER_GROUPS,
} from './rules/groups';
import { SERVER_DISKS } from './rules/machine-disks';

/** OpenStack as an infrastructure of clusters. */
export const OPENSTACK: Infrastructure<OpenStackCluster> = {
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
  },
  addons: {
    'cloud-controller-manager': 'Addon.openStackCloudControllerManager()',
    'csi-driver': 'Addon.cinderCsi()',
  },
  disks: SERVER_DISKS,
  otherServers: ({ bastion, path }) =>
    bastion === undefined ? [] : [{ machine: { ...bastion, path }, prefix: 'bastion.' }],
};
