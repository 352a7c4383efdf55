import { hasKeys } from '../base/has-keys';
import { always, type RuleGroup, when } from '../base/rule';
import { AUTOSCALE_RULES } from '../cluster/rules/autoscale-rules';
import { CAPACITY_RULES } from '../cluster/rules/capacity-rules';
import { GPU_RULES } from '../cluster/rules/gpu-rules';
import { POOL_LABEL_RULES } from '../cluster/rules/label-rules';
import { POOL_NAME_RULES } from '../cluster/rules/naming-rules';
import { NODE_LABEL_RULES } from '../cluster/rules/node-label-rules';
import { POOL_PLACEMENT_RULES } from '../cluster/rules/placement-rules';
import {
  POOL_READY_RULES,
  POOL_REMEDIATION_RULES,
  POOL_ROLLOUT_RULES,
  POOL_SIZE_RULES,
} from '../cluster/rules/pool-size-rules';
import { PREEMPTIBLE_RULES } from '../cluster/rules/preemptible-rules';
import type { PoolSubject } from '../cluster/rules/subjects';
import { POOL_VERSION_RULES } from '../cluster/rules/version-rules';
import { WINDOWS_RULES } from '../cluster/rules/windows-rules';
import { POOL_ZONE_RULES } from '../cluster/rules/zone-rules';
import { PLAIN_BOOTSTRAP } from '../kubeadm/model/bootstrap';
import { POOL_PATCH_RULES } from '../kubeadm/rules/kubeadm-patch-rules';
import { POOL_USER_DATA_RULES } from '../kubeadm/rules/user-data-rules';
import { WINDOWS_BOOTSTRAP_RULES } from '../kubeadm/rules/windows-bootstrap-rules';
import { POOL_FIXED_ADDRESS_RULES } from '../openstack/rules/fixed-address-rules';

/** Rules on a node pool. */
export const POOL_GROUPS: readonly RuleGroup<PoolSubject>[] = [
  always(...POOL_NAME_RULES),
  when(({ pool }) => pool.kubernetesVersion !== undefined, ...POOL_VERSION_RULES),
  always(...POOL_SIZE_RULES),
  when(({ pool }) => pool.autoscale !== undefined, ...AUTOSCALE_RULES),
  when(({ pool }) => hasKeys(pool.rollout), ...POOL_ROLLOUT_RULES),
  when(({ pool }) => pool.ports !== undefined, ...POOL_FIXED_ADDRESS_RULES),
  when(({ pool }) => pool.remediation !== undefined, ...POOL_REMEDIATION_RULES),
  when(({ pool }) => pool.minReadySeconds !== undefined, ...POOL_READY_RULES),
  when(({ pool }) => pool.failureDomain !== undefined, ...POOL_PLACEMENT_RULES),
  when(({ pool }) => pool.failureDomains !== undefined, ...POOL_ZONE_RULES),
  when(
    ({ pool }) => hasKeys(pool.nodeLabels) || hasKeys(pool.deploymentAnnotations),
    ...POOL_LABEL_RULES,
    ...NODE_LABEL_RULES,
  ),
  when(({ pool }) => hasKeys(pool.capacity), ...CAPACITY_RULES),
  when(({ pool }) => pool.os === 'windows', ...WINDOWS_RULES, ...WINDOWS_BOOTSTRAP_RULES),
  when(({ pool }) => pool.preemptible !== undefined, ...PREEMPTIBLE_RULES),
  when(({ pool }) => pool.gpu !== undefined, ...GPU_RULES),
  when(({ pool }) => (pool.patches ?? []).length > 0, ...POOL_PATCH_RULES),
  when(
    ({ pool }) =>
      pool.patches !== undefined ||
      hasKeys(pool.kubeletExtraArgs) ||
      hasKeys(pool.nodeLabels) ||
      pool.bootstrap !== PLAIN_BOOTSTRAP,
    ...POOL_USER_DATA_RULES,
  ),
];
