import { always, type RuleGroup, when } from '../../base/rule';
import type { FleetSummary } from '../../cluster/rules/fleet-summary';
import { isOfKind, type ObjectSubject } from '../../cluster/rules/object-rule';
import type { AwsCloudModel } from '../model/cloud';
import type { AwsCluster } from '../model/cluster';
import { AWS_BUCKET_RULES, AWS_IGNITION_RULES } from './bucket-rules';
import { AWS_CLOUD_RULES } from './cloud-rules';
import { AWS_CLUSTER_OBJECT_RULES } from './cluster-object-rules';
import { AWS_ENDPOINT_RULES } from './endpoint-rules';
import { AWS_BASTION_RULES, AWS_FIREWALL_RULES } from './firewall-rules';
import { AWS_FLEET_RULES, type AwsSummary } from './fleet-rules';
import { AWS_IDENTITY_RULES } from './identity-rules';
import { AWS_MACHINE_OBJECT_RULES } from './machine-object-rules';
import {
  AWS_CLUSTER_TAG_RULES,
  AWS_MACHINE_RULES,
  AWS_POOL_RULES,
  AWS_SPOT_RULES,
} from './machine-rules';
import {
  AWS_ADOPTED_NETWORK_RULES,
  AWS_FAMILY_RULES,
  AWS_MANAGED_NETWORK_RULES,
  AWS_MTU_RULES,
  AWS_SUBNET_RULES,
} from './network-rules';
import { AWS_STORAGE_CLASS_RULES, isEbsDriver } from './storage-class-rules';
import type { AddonSubject, MachineSubject, PoolSubject } from './subjects';
import { AWS_VOLUME_RULES } from './volume-rules';

const INFRASTRUCTURE = 'infrastructure.cluster.x-k8s.io';

/** Rules for an account. */
export const AWS_CLOUD_GROUPS: readonly RuleGroup<AwsCloudModel>[] = [always(...AWS_CLOUD_RULES)];

/** Rules for a cluster as a whole. */
export const AWS_CLUSTER_GROUPS: readonly RuleGroup<AwsCluster>[] = [
  always(...AWS_IDENTITY_RULES, ...AWS_FAMILY_RULES, ...AWS_CLUSTER_TAG_RULES),
  when(({ network }) => network.kind === 'adopted', ...AWS_ADOPTED_NETWORK_RULES),
  when(({ network }) => network.kind === 'managed', ...AWS_MANAGED_NETWORK_RULES),
  when(
    ({ network }) => network.kind === 'managed' && network.subnets.length > 0,
    ...AWS_SUBNET_RULES,
  ),
  when(({ network }) => network.mtu !== undefined, ...AWS_MTU_RULES),
  when(({ endpoint }) => endpoint.kind === 'managed', ...AWS_ENDPOINT_RULES),
  always(...AWS_FIREWALL_RULES),
  when(({ bastion }) => bastion !== undefined, ...AWS_BASTION_RULES),
  when(({ bucket }) => bucket !== undefined, ...AWS_BUCKET_RULES),
];

/** Rules for machines of control planes and pools. */
export const AWS_MACHINE_GROUPS: readonly RuleGroup<MachineSubject>[] = [
  always(...AWS_MACHINE_RULES),
  when(
    ({ machine }) => (machine.rootVolume ?? machine.dataVolumes) !== undefined,
    ...AWS_VOLUME_RULES,
  ),
  when(({ machine }) => machine.ignition === true, ...AWS_IGNITION_RULES),
];

/** Rules for a node pool. */
export const AWS_POOL_GROUPS: readonly RuleGroup<PoolSubject>[] = [
  always(...AWS_POOL_RULES),
  when(({ pool }) => pool.preemptible !== undefined, ...AWS_SPOT_RULES),
];

/** Rules for an addon. */
export const AWS_ADDON_GROUPS: readonly RuleGroup<AddonSubject>[] = [
  when(isEbsDriver, ...AWS_STORAGE_CLASS_RULES),
];

/** Rules for all AWS clusters together. */
export const AWS_FLEET_GROUPS: readonly RuleGroup<FleetSummary<AwsSummary>>[] = [
  always(...AWS_FLEET_RULES),
];

/** Rules for finished objects. */
export const AWS_OBJECT_GROUPS: readonly RuleGroup<ObjectSubject>[] = [
  when(isOfKind(INFRASTRUCTURE, 'AWSCluster', 'AWSClusterTemplate'), ...AWS_CLUSTER_OBJECT_RULES),
  when(isOfKind(INFRASTRUCTURE, 'AWSMachine', 'AWSMachineTemplate'), ...AWS_MACHINE_OBJECT_RULES),
];
