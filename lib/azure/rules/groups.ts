import { always, type RuleGroup, when } from '../../base/rule';
import type { FleetSummary } from '../../cluster/rules/fleet-summary';
import { isOfKind, type ObjectSubject } from '../../cluster/rules/object-rule';
import type { AzureCloudModel } from '../model/cloud';
import type { AzureCluster } from '../model/cluster';
import { AZURE_BASTION_RULES } from './bastion-rules';
import { AZURE_CLOUD_RULES } from './cloud-rules';
import { AZURE_CLUSTER_OBJECT_RULES } from './cluster-object-rules';
import { AZURE_CLUSTER_RULES } from './cluster-rules';
import { AZURE_CONTROL_PLANE_RULES } from './control-plane-rules';
import { AZURE_DISK_RULES } from './disk-rules';
import { AZURE_ENDPOINT_RULES, AZURE_INTERNAL_RULES } from './endpoint-rules';
import { AZURE_FLEET_RULES, type AzureSummary } from './fleet-rules';
import { AZURE_IDENTITY_OBJECT_RULES } from './identity-object-rules';
import { AZURE_IDENTITY_RULES } from './identity-rules';
import { AZURE_MACHINE_OBJECT_RULES } from './machine-object-rules';
import { AZURE_MACHINE_RULES } from './machine-rules';
import { AZURE_NETWORK_RULES } from './network-rules';
import { AZURE_POOL_RULES, AZURE_SPOT_RULES } from './pool-rules';
import { AZURE_CONFIDENTIAL_RULES, AZURE_PROFILE_RULES } from './security-profile-rules';
import { AZURE_SECURITY_RULES } from './security-rules';
import { AZURE_STORAGE_CLASS_RULES, isDiskDriver } from './storage-class-rules';
import type { AddonSubject, ControlPlaneSubject, MachineSubject, PoolSubject } from './subjects';

const INFRASTRUCTURE = 'infrastructure.cluster.x-k8s.io';

/** Rules for a subscription. */
export const AZURE_CLOUD_GROUPS: readonly RuleGroup<AzureCloudModel>[] = [
  always(...AZURE_CLOUD_RULES),
];

/** Rules for a cluster as a whole. */
export const AZURE_CLUSTER_GROUPS: readonly RuleGroup<AzureCluster>[] = [
  always(...AZURE_CLUSTER_RULES, ...AZURE_IDENTITY_RULES, ...AZURE_NETWORK_RULES),
  when(({ network }) => network.kind === 'managed', ...AZURE_SECURITY_RULES),
  always(...AZURE_ENDPOINT_RULES),
  when(({ endpoint }) => endpoint.scope === 'internal', ...AZURE_INTERNAL_RULES),
  when(({ bastion }) => bastion !== undefined, ...AZURE_BASTION_RULES),
];

/** Rules for a control plane. */
export const AZURE_CONTROL_PLANE_GROUPS: readonly RuleGroup<ControlPlaneSubject>[] = [
  always(...AZURE_CONTROL_PLANE_RULES),
];

/** Rules for machines of control planes and pools. */
export const AZURE_MACHINE_GROUPS: readonly RuleGroup<MachineSubject>[] = [
  always(...AZURE_MACHINE_RULES, ...AZURE_DISK_RULES),
  when(({ machine }) => machine.securityProfile !== undefined, ...AZURE_PROFILE_RULES),
  when(
    ({ machine }) => machine.rootVolume?.confidentialEncryption !== undefined,
    ...AZURE_CONFIDENTIAL_RULES,
  ),
];

/** Rules for a node pool. */
export const AZURE_POOL_GROUPS: readonly RuleGroup<PoolSubject>[] = [
  always(...AZURE_POOL_RULES),
  when(({ pool }) => pool.preemptible !== undefined, ...AZURE_SPOT_RULES),
];

/** Rules for an addon. */
export const AZURE_ADDON_GROUPS: readonly RuleGroup<AddonSubject>[] = [
  when(isDiskDriver, ...AZURE_STORAGE_CLASS_RULES),
];

/** Rules for all Azure clusters together. */
export const AZURE_FLEET_GROUPS: readonly RuleGroup<FleetSummary<AzureSummary>>[] = [
  always(...AZURE_FLEET_RULES),
];

/** Rules for finished objects. */
export const AZURE_OBJECT_GROUPS: readonly RuleGroup<ObjectSubject>[] = [
  when(
    isOfKind(INFRASTRUCTURE, 'AzureCluster', 'AzureClusterTemplate'),
    ...AZURE_CLUSTER_OBJECT_RULES,
  ),
  when(
    isOfKind(INFRASTRUCTURE, 'AzureMachine', 'AzureMachineTemplate'),
    ...AZURE_MACHINE_OBJECT_RULES,
  ),
  when(isOfKind(INFRASTRUCTURE, 'AzureClusterIdentity'), ...AZURE_IDENTITY_OBJECT_RULES),
];
