import { hasKeys } from '../../base/has-keys';
import { always, type RuleGroup, when } from '../../base/rule';
import { GROUPS } from '../../cluster/render/context';
import type { FleetSummary } from '../../cluster/rules/fleet-summary';
import { isOfKind, type ObjectSubject } from '../../cluster/rules/object-rule';
import { VOLUME_CLUSTER_ID } from '../model/addon-facts';
import type { VSphereCloudModel } from '../model/cloud';
import type { VSphereCluster } from '../model/cluster';
import { VOLUME_RULES } from './addon-rules';
import { BOOT_RULES } from './boot-rules';
import { CLOUD_RULES, ZONE_RULES } from './cloud-rules';
import type { CloudSummary } from './cloud-summary';
import { GIVEN_ADDRESS_RULES, IDENTITY_RULES } from './cluster-rules';
import { CONTROL_PLANE_RULES } from './control-plane-rules';
import { FLEET_RULES } from './fleet-rules';
import {
  DATA_DISK_RULES,
  MACHINE_RULES,
  ROOT_DISK_RULES,
  TAG_RULES,
  VMX_RULES,
} from './machine-rules';
import { NETWORK_RULES } from './network-rules';
import {
  CLUSTER_OBJECT_RULES,
  MACHINE_OBJECT_RULES,
  MACHINE_TEMPLATE_OBJECT_RULES,
  ZONE_OBJECT_RULES,
} from './object-rules';
import { POOL_ZONE_RULES } from './pool-rules';
import { SIZE_RULES } from './size-rules';
import type { AddonSubject, ControlPlaneSubject, MachineSubject, PoolSubject } from './subjects';

const { infrastructure: GROUP } = GROUPS;

/** Rules for a vCenter. */
export const VSPHERE_CLOUD_GROUPS: readonly RuleGroup<VSphereCloudModel>[] = [
  always(...CLOUD_RULES, ...SIZE_RULES),
  when(({ zones }) => zones !== undefined, ...ZONE_RULES),
];

/** Rules for a whole cluster. */
export const VSPHERE_CLUSTER_GROUPS: readonly RuleGroup<VSphereCluster>[] = [
  always(...IDENTITY_RULES, ...NETWORK_RULES),
  when(({ endpoint }) => endpoint.kind === 'virtualIp', ...GIVEN_ADDRESS_RULES),
];

/** Rules for a control plane. */
export const VSPHERE_CONTROL_PLANE_GROUPS: readonly RuleGroup<ControlPlaneSubject>[] = [
  always(...CONTROL_PLANE_RULES),
];

/** Rules for machines of control planes and pools. */
export const VSPHERE_MACHINE_GROUPS: readonly RuleGroup<MachineSubject>[] = [
  always(...MACHINE_RULES, ...BOOT_RULES),
  when(({ machine }) => machine.rootVolume !== undefined, ...ROOT_DISK_RULES),
  when(({ machine }) => machine.dataDisks !== undefined, ...DATA_DISK_RULES),
  when(({ machine }) => machine.tagIDs.length > 0, ...TAG_RULES),
  when(({ machine }) => hasKeys(machine.customVMXKeys), ...VMX_RULES),
];

/** Rules for a node pool. */
export const VSPHERE_POOL_GROUPS: readonly RuleGroup<PoolSubject>[] = [
  when(({ pool }) => (pool.failureDomain ?? pool.failureDomains) !== undefined, ...POOL_ZONE_RULES),
];

/** Rules for an addon. */
export const VSPHERE_ADDON_GROUPS: readonly RuleGroup<AddonSubject>[] = [
  when(({ addon }) => VOLUME_CLUSTER_ID.of(addon) !== undefined, ...VOLUME_RULES),
];

/** Rules for rendered objects, which mirror the admission webhooks. */
export const VSPHERE_OBJECT_GROUPS: readonly RuleGroup<ObjectSubject>[] = [
  when(isOfKind(GROUP, 'VSphereMachineTemplate'), ...MACHINE_TEMPLATE_OBJECT_RULES),
  when(isOfKind(GROUP, 'VSphereMachine', 'VSphereMachineTemplate'), ...MACHINE_OBJECT_RULES),
  when(isOfKind(GROUP, 'VSphereCluster'), ...CLUSTER_OBJECT_RULES),
  when(isOfKind(GROUP, 'VSphereFailureDomain'), ...ZONE_OBJECT_RULES),
];

/** Rules across all clusters on vSphere. */
export const VSPHERE_FLEET_GROUPS: readonly RuleGroup<FleetSummary<CloudSummary>>[] = [
  always(...FLEET_RULES),
];
