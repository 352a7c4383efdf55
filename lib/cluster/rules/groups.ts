import { hasKeys } from '../../base/has-keys';
import { always, type RuleGroup, when } from '../../base/rule';
import type { ClusterModel } from '../model/cluster';
import { AUTOSCALE_RULES } from './autoscale-rules';
import { CAPACITY_RULES } from './capacity-rules';
import { CONTROL_PLANE_ROLLOUT_RULES, REMEDIATION_RULES } from './control-plane-rules';
import { DRAIN_RULE_RULES } from './drain-rule-rules';
import { EXTERNAL_ENDPOINT_RULES } from './endpoint-rules';
import { AVAILABILITY_GATE_RULES, READINESS_GATE_RULES } from './gate-rules';
import { GPU_RULES } from './gpu-rules';
import { HEALTH_CHECK_RULES } from './health-check-rules';
import {
  CLUSTER_LABEL_RULES,
  CONTROL_PLANE_LABEL_RULES,
  MACHINE_LABEL_RULES,
  POOL_LABEL_RULES,
} from './label-rules';
import { MACHINE_NAMING_RULES } from './machine-naming-rules';
import { CLUSTER_NAME_RULES, POOL_NAME_RULES } from './naming-rules';
import { NODE_LABEL_RULES } from './node-label-rules';
import { CONTROL_PLANE_PLACEMENT_RULES, POOL_PLACEMENT_RULES } from './placement-rules';
import {
  POOL_READY_RULES,
  POOL_REMEDIATION_RULES,
  POOL_ROLLOUT_RULES,
  POOL_SIZE_RULES,
} from './pool-size-rules';
import { PREEMPTIBLE_RULES } from './preemptible-rules';
import { CLUSTER_PROVIDER_RULES } from './provider-rules';
import { RANGE_RULES } from './range-rules';
import type { ControlPlaneSubject, MachineSubject, PoolSubject } from './subjects';
import { TAINT_RULES } from './taint-rules';
import { POOL_VERSION_RULES, VERSION_RULES } from './version-rules';
import { VIRTUAL_IP_RULES } from './virtual-ip-rules';
import { WINDOWS_RULES } from './windows-rules';
import { POOL_ZONE_RULES } from './zone-rules';

/** Rules on a cluster as a whole. */
export const CLUSTER_GROUPS: readonly RuleGroup<ClusterModel>[] = [
  always(...CLUSTER_NAME_RULES, ...CLUSTER_PROVIDER_RULES, ...VERSION_RULES),
  when(
    ({ labels, annotations }) => hasKeys(labels) || hasKeys(annotations),
    ...CLUSTER_LABEL_RULES,
  ),
  always(...RANGE_RULES),
  when(({ endpoint }) => endpoint.kind === 'external', ...EXTERNAL_ENDPOINT_RULES),
  when(({ endpoint }) => endpoint.kind === 'virtualIp', ...VIRTUAL_IP_RULES),
  when(({ availabilityGates }) => availabilityGates !== undefined, ...AVAILABILITY_GATE_RULES),
  when(({ drainRules }) => drainRules !== undefined, ...DRAIN_RULE_RULES),
];

/** Rules on a control plane. */
export const CONTROL_PLANE_GROUPS: readonly RuleGroup<ControlPlaneSubject>[] = [
  when(({ controlPlane }) => hasKeys(controlPlane.rollout), ...CONTROL_PLANE_ROLLOUT_RULES),
  when(({ controlPlane }) => controlPlane.remediation !== undefined, ...REMEDIATION_RULES),
  when(
    ({ controlPlane }) => controlPlane.failureDomains !== undefined,
    ...CONTROL_PLANE_PLACEMENT_RULES,
  ),
  when(({ controlPlane }) => hasKeys(controlPlane.labels), ...CONTROL_PLANE_LABEL_RULES),
];

/** Rules on machines of control planes and pools. */
export const MACHINE_GROUPS: readonly RuleGroup<MachineSubject>[] = [
  when(
    ({ machine }) => hasKeys(machine.labels) || hasKeys(machine.annotations),
    ...MACHINE_LABEL_RULES,
  ),
  when(
    ({ machine }) => (machine.taints ?? []).length > 0 || machine.propagateTaints === true,
    ...TAINT_RULES,
  ),
  when(({ machine }) => machine.readinessGates !== undefined, ...READINESS_GATE_RULES),
  when(({ machine }) => machine.machineNaming !== undefined, ...MACHINE_NAMING_RULES),
  when(
    ({ machine }) => machine.healthCheck !== undefined || hasKeys(machine.drain),
    ...HEALTH_CHECK_RULES,
  ),
];

/** Rules on a node pool. */
export const POOL_GROUPS: readonly RuleGroup<PoolSubject>[] = [
  always(...POOL_NAME_RULES),
  when(({ pool }) => pool.kubernetesVersion !== undefined, ...POOL_VERSION_RULES),
  always(...POOL_SIZE_RULES),
  when(({ pool }) => pool.autoscale !== undefined, ...AUTOSCALE_RULES),
  when(({ pool }) => hasKeys(pool.rollout), ...POOL_ROLLOUT_RULES),
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
  when(({ pool }) => pool.os === 'windows', ...WINDOWS_RULES),
  when(({ pool }) => pool.preemptible !== undefined, ...PREEMPTIBLE_RULES),
  when(({ pool }) => pool.gpu !== undefined, ...GPU_RULES),
];
