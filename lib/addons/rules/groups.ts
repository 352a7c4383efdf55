import { always, type RuleGroup, when } from '../../base/rule';
import type { PoolSubject } from '../../cluster/rules/subjects';
import type { CloudAddonsByKind } from '../model/cloud-addons';
import type { EquippedCluster } from '../model/cluster';
import { addonCloudRules } from './addon-cloud-rules';
import { ADDON_IMAGE_RULES } from './addon-image-rules';
import { ADDON_NAME_RULES } from './addon-name-rules';
import { ADDON_RULES, CLUSTER_ADDON_RULES } from './addon-rules';
import { AUTOSCALED_POOL_RULES, EXPANDER_RULES } from './autoscaler-rules';
import { clusterPartRules } from './cluster-part-rules';
import { CNI_RULES } from './cni-rules';
import { DEVICE_PLUGIN_RULES } from './device-plugin-rules';
import { HELM_CHART_RULES } from './helm-chart-rules';
import { HELM_OPTION_RULES } from './helm-option-rules';
import { POD_MTU_RULES } from './pod-mtu-rules';
import {
  hasEnforcedLevels,
  NAMESPACE_LEVEL_RULES,
  POD_SECURITY_RULES,
} from './pod-security/pod-security-rules';
import { STORAGE_CLASS_RULES } from './storage-class-rules';
import type { AddonSubject } from './subjects';
import { WINDOWS_ADDON_RULES } from './windows-addon-rules';
import { WINDOWS_CNI_RULES } from './windows-cni-rules';
import { WORKLOAD_RULES } from './workload-rules';

/** Groups the rules on a cluster as a whole, from the addons of each kind of cloud. */
export function equippedClusterGroups(
  known: CloudAddonsByKind,
): readonly RuleGroup<EquippedCluster>[] {
  return [
    when(
      ({ namespacePodSecurity }) => namespacePodSecurity !== undefined,
      ...NAMESPACE_LEVEL_RULES,
    ),
    when(({ cni }) => cni !== undefined, ...CNI_RULES),
    when(({ network }) => network.mtu !== undefined, ...POD_MTU_RULES),
    always(...clusterPartRules(known)),
    when(({ addons }) => addons.length > 1, ...CLUSTER_ADDON_RULES),
  ];
}

/** Rules on a node pool. */
export const EQUIPPED_POOL_GROUPS: readonly RuleGroup<PoolSubject<EquippedCluster>>[] = [
  when(({ pool }) => pool.autoscale !== undefined, ...AUTOSCALED_POOL_RULES),
  when(({ pool }) => pool.os === 'windows', ...WINDOWS_CNI_RULES),
];

/** Groups the rules on an addon, from the addons of each kind of cloud. */
export function addonGroups(known: CloudAddonsByKind): readonly RuleGroup<AddonSubject>[] {
  return [
    always(...ADDON_NAME_RULES, ...ADDON_RULES, ...WORKLOAD_RULES),
    when(({ cluster }) => cluster.pools.some(({ os }) => os === 'windows'), ...WINDOWS_ADDON_RULES),
    when(hasEnforcedLevels, ...POD_SECURITY_RULES),
    when(({ addon }) => addon.images !== undefined, ...ADDON_IMAGE_RULES),
    when(({ addon }) => addon.expander !== undefined, ...EXPANDER_RULES),
    when(({ addon }) => addon.offers !== undefined, ...DEVICE_PLUGIN_RULES),
    when(({ addon }) => addon.helmChart !== undefined, ...HELM_CHART_RULES, ...HELM_OPTION_RULES),
    when(({ addon }) => addon.storageClasses !== undefined, ...STORAGE_CLASS_RULES),
    when(({ addon }) => addon.cloud !== undefined, ...addonCloudRules(known)),
  ];
}
