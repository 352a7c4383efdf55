import { always, type RuleGroup, when } from '../../base/rule';
import { GROUPS } from '../../cluster/render/context';
import type { FleetSummary } from '../../cluster/rules/fleet-summary';
import { isOfKind, type ObjectSubject } from '../../cluster/rules/object-rule';
import { HCLOUD_CLOUD_CONTROLLER_MANAGER } from '../addons/cloud-controller-manager';
import type { HetznerCloudModel } from '../model/cloud';
import type { HetznerCluster } from '../model/cluster';
import { HCLOUD_CONTROLLER_RULES } from './addon-rules';
import { HETZNER_BALANCER_RULES } from './balancer-rules';
import { HETZNER_CLOUD_RULES } from './cloud-rules';
import { HETZNER_CLUSTER_RULES } from './cluster-rules';
import { HETZNER_FLEET_RULES } from './fleet-rules';
import { GROUP_OF_MACHINES_RULES, PLACEMENT_GROUP_RULES } from './group-rules';
import { HCLOUD_IMAGE_RULES, HCLOUD_MACHINE_RULES } from './machine-rules';
import { HETZNER_NETWORK_RULES } from './network-rules';
import { HCLOUD_MACHINE_OBJECT_RULES, HETZNER_CLUSTER_OBJECT_RULES } from './object-rules';
import { CONTROL_PLANE_PLACE_RULES, POOL_PLACE_RULES } from './place-rules';
import { HETZNER_REGION_RULES } from './region-rules';
import { HETZNER_SECRET_RULES, RESCUE_KEY_RULES } from './secret-rules';
import type { AddonSubject, ControlPlaneSubject, MachineSubject, PoolSubject } from './subjects';

const { infrastructure: GROUP } = GROUPS;

/** Rules for a project. */
export const HETZNER_CLOUD_GROUPS: readonly RuleGroup<HetznerCloudModel>[] = [
  always(...HETZNER_CLOUD_RULES),
];

/** Rules for a whole cluster. */
export const HETZNER_CLUSTER_GROUPS: readonly RuleGroup<HetznerCluster>[] = [
  always(...HETZNER_CLUSTER_RULES, ...HETZNER_REGION_RULES, ...HETZNER_SECRET_RULES),
  when(({ network }) => network.kind === 'managed', ...HETZNER_NETWORK_RULES),
  when(({ endpoint }) => endpoint.kind !== 'external', ...HETZNER_BALANCER_RULES),
  when(({ rescueKey }) => rescueKey !== undefined, ...RESCUE_KEY_RULES),
  when(({ placementGroups }) => placementGroups.length > 0, ...PLACEMENT_GROUP_RULES),
];

/** Rules for a control plane. */
export const HETZNER_CONTROL_PLANE_GROUPS: readonly RuleGroup<ControlPlaneSubject>[] = [
  always(...CONTROL_PLANE_PLACE_RULES),
];

/** Rules for machines of control planes and pools. */
export const HETZNER_MACHINE_GROUPS: readonly RuleGroup<MachineSubject>[] = [
  always(...HCLOUD_MACHINE_RULES, ...HCLOUD_IMAGE_RULES),
  when(({ machine }) => machine.placementGroup !== undefined, ...GROUP_OF_MACHINES_RULES),
];

/** Rules for a node pool. */
export const HETZNER_POOL_GROUPS: readonly RuleGroup<PoolSubject>[] = [always(...POOL_PLACE_RULES)];

/** Rules for an addon. */
export const HETZNER_ADDON_GROUPS: readonly RuleGroup<AddonSubject>[] = [
  when(({ addon }) => addon.type === HCLOUD_CLOUD_CONTROLLER_MANAGER, ...HCLOUD_CONTROLLER_RULES),
];

/** Rules for rendered objects, which mirror the admission webhooks. */
export const HETZNER_OBJECT_GROUPS: readonly RuleGroup<ObjectSubject>[] = [
  when(
    isOfKind(GROUP, 'HetznerCluster', 'HetznerClusterTemplate'),
    ...HETZNER_CLUSTER_OBJECT_RULES,
  ),
  when(isOfKind(GROUP, 'HCloudMachine', 'HCloudMachineTemplate'), ...HCLOUD_MACHINE_OBJECT_RULES),
];

/** Rules across all clusters on Hetzner Cloud. */
export const HETZNER_FLEET_GROUPS: readonly RuleGroup<FleetSummary>[] = [
  always(...HETZNER_FLEET_RULES),
];
