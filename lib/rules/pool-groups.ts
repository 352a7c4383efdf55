import { PLAIN_BOOTSTRAP } from '../model/bootstrap';
import { AUTOSCALE_RULES } from './autoscale-rules';
import { CAPACITY_RULES } from './capacity-rules';
import { POOL_FIXED_ADDRESS_RULES } from './fixed-address-rules';
import { GPU_RULES } from './gpu-rules';
import { hasKeys } from './has-keys';
import { POOL_PATCH_RULES } from './kubeadm-patch-rules';
import { POOL_LABEL_RULES } from './label-rules';
import { POOL_NAME_RULES } from './naming-rules';
import { NODE_LABEL_RULES } from './node-label-rules';
import { POOL_PLACEMENT_RULES } from './placement-rules';
import {
  POOL_READY_RULES,
  POOL_REMEDIATION_RULES,
  POOL_ROLLOUT_RULES,
  POOL_SIZE_RULES,
} from './pool-size-rules';
import { PREEMPTIBLE_RULES } from './preemptible-rules';
import { always, type RuleGroup, when } from './rule';
import type { PoolSubject } from './subjects';
import { POOL_USER_DATA_RULES } from './user-data-rules';
import { POOL_VERSION_RULES } from './version-rules';
import { WINDOWS_BOOTSTRAP_RULES } from './windows-bootstrap-rules';
import { WINDOWS_RULES } from './windows-rules';
import { POOL_ZONE_RULES } from './zone-rules';

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
