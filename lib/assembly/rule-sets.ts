import { ADDON_IMAGE_RULES } from '../addons/rules/addon-image-rules';
import { ADDON_RULES, CLUSTER_ADDON_RULES } from '../addons/rules/addon-rules';
import { DEVICE_PLUGIN_RULES } from '../addons/rules/device-plugin-rules';
import { HELM_CHART_RULES } from '../addons/rules/helm-chart-rules';
import { HELM_OPTION_RULES } from '../addons/rules/helm-option-rules';
import {
  hasEnforcedLevels,
  POD_SECURITY_RULES,
} from '../addons/rules/pod-security/pod-security-rules';
import { STORAGE_CLASS_RULES } from '../addons/rules/storage-class-rules';
import { WINDOWS_ADDON_RULES } from '../addons/rules/windows-addon-rules';
import { WORKLOAD_RULES } from '../addons/rules/workload-rules';
import { always, type RuleFacts, when } from '../base/rule';
import { EXPANDER_RULES } from '../cluster/rules/autoscale-rules';
import type { FleetSummary } from '../cluster/rules/fleet-summary';
import { ADDON_NAME_RULES } from '../cluster/rules/naming-rules';
import { PROVIDER_RULES } from '../cluster/rules/provider-rules';
import { CIDR_PLAN_RULES } from '../fleet/rules/cidr-plan-rules';
import { FLEET_RULES } from '../fleet/rules/fleet-rules';
import { ETCD_TASK } from '../kubeadm/model/etcd-task';
import { ETCD_TASK_RULES } from '../kubeadm/rules/etcd-task-rules';
import {
  CLOUD_CONF,
  CLOUD_CONTROLLER_NAME,
  VOLUME_CLUSTER_NAME,
} from '../openstack/model/addon-facts';
import {
  CLOUD_CONF_RULES,
  CLOUD_CONTROLLER_RULES,
  CLOUD_NAME_RULES,
} from '../openstack/rules/cloud-conf-rules';
import { CLOUD_RULES } from '../openstack/rules/cloud-rules';
import { OPENSTACK_FLEET_RULES } from '../openstack/rules/fleet-rules';
import { CLOUD_LOOKUP_RULES } from '../openstack/rules/lookup-rules';
import { RENDERING_RULES } from '../openstack/rules/provisioning-rules';
import { CLAIM_ZONE_RULES } from '../openstack/rules/volume-zone-rules';
import { SEALED_FLEET_RULES } from '../secrets/rules/sealed-fleet-rules';
import { CLUSTER_GROUPS } from './cluster-groups';
import type { WholeSummary } from './fleet-summary';
import { CONTROL_PLANE_GROUPS, MACHINE_GROUPS, SERVER_GROUPS } from './machine-groups';
import { OBJECT_GROUPS, OBJECT_SET_GROUPS } from './object-groups';
import { POOL_GROUPS } from './pool-groups';
import type { RuleSets } from './rule-tables';

/** Every rule, by what it looks at. */
export const RULE_SETS: RuleSets = {
  providers: [always(...PROVIDER_RULES)],
  cidrPlan: [always(...CIDR_PLAN_RULES)],
  cloud: [always(...CLOUD_RULES, ...CLOUD_LOOKUP_RULES)],
  cluster: [...CLUSTER_GROUPS, when(({ addons }) => addons.length > 1, ...CLUSTER_ADDON_RULES)],
  rendering: [always(...RENDERING_RULES)],
  controlPlane: CONTROL_PLANE_GROUPS,
  server: SERVER_GROUPS,
  machine: MACHINE_GROUPS,
  pool: POOL_GROUPS,
  addon: [
    always(...ADDON_NAME_RULES, ...ADDON_RULES, ...WORKLOAD_RULES),
    when(({ cluster }) => cluster.pools.some(({ os }) => os === 'windows'), ...WINDOWS_ADDON_RULES),
    when(hasEnforcedLevels, ...POD_SECURITY_RULES),
    when(({ addon }) => addon.images !== undefined, ...ADDON_IMAGE_RULES),
    when(({ addon }) => addon.expander !== undefined, ...EXPANDER_RULES),
    when(({ addon }) => addon.offers !== undefined, ...DEVICE_PLUGIN_RULES),
    when(({ addon }) => addon.helmChart !== undefined, ...HELM_CHART_RULES, ...HELM_OPTION_RULES),
    when(({ addon }) => ETCD_TASK.of(addon) !== undefined, ...ETCD_TASK_RULES),
    when(({ addon }) => CLOUD_CONF.of(addon) !== undefined, ...CLOUD_CONF_RULES),
    when(({ addon }) => CLOUD_CONTROLLER_NAME.of(addon) !== undefined, ...CLOUD_CONTROLLER_RULES),
    when(
      ({ addon }) =>
        (CLOUD_CONTROLLER_NAME.of(addon) ?? VOLUME_CLUSTER_NAME.of(addon)) !== undefined,
      ...CLOUD_NAME_RULES,
    ),
    when(
      ({ addon }) => addon.storageClasses !== undefined,
      ...STORAGE_CLASS_RULES,
      ...CLAIM_ZONE_RULES,
    ),
  ],
  object: OBJECT_GROUPS,
  objectSet: OBJECT_SET_GROUPS,
  fleet: [
    always<FleetSummary<WholeSummary>>(
      ...FLEET_RULES,
      ...OPENSTACK_FLEET_RULES,
      ...SEALED_FLEET_RULES,
    ),
  ],
};

/** Rules of some groups. */
export function rulesOf(
  groups: readonly { readonly rules: readonly RuleFacts[] }[],
): readonly RuleFacts[] {
  return groups.flatMap((group) => group.rules);
}
