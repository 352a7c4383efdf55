import { hasKeys } from '../base/has-keys';
import { always, type RuleGroup, when } from '../base/rule';
import {
  CERT_SAN_RULES,
  CONTROL_PLANE_ROLLOUT_RULES,
  CONTROL_PLANE_RULES,
  REMEDIATION_RULES,
} from '../cluster/rules/control-plane-rules';
import { READINESS_GATE_RULES } from '../cluster/rules/gate-rules';
import { HEALTH_CHECK_RULES } from '../cluster/rules/health-check-rules';
import { CONTROL_PLANE_LABEL_RULES, MACHINE_LABEL_RULES } from '../cluster/rules/label-rules';
import { MACHINE_NAMING_RULES } from '../cluster/rules/machine-naming-rules';
import { CONTROL_PLANE_PLACEMENT_RULES } from '../cluster/rules/placement-rules';
import type { ControlPlaneSubject, MachineSubject, ServerSubject } from '../cluster/rules/subjects';
import { TAINT_RULES } from '../cluster/rules/taint-rules';
import { PLAIN_BOOTSTRAP } from '../kubeadm/model/bootstrap';
import {
  CONTROL_PLANE_ARGUMENT_RULES,
  KUBELET_ARGUMENT_RULES,
} from '../kubeadm/rules/argument-rules';
import { BOOTSTRAP_GROUPS } from '../kubeadm/rules/bootstrap-groups';
import { FEATURE_GROUPS, KUBELET_FEATURE_GROUPS } from '../kubeadm/rules/feature-groups';
import { KUBEADM_RULES } from '../kubeadm/rules/kubeadm-rules';
import { KUBELET_RULES } from '../kubeadm/rules/kubelet-rules';
import { RESERVATION_RULES } from '../kubeadm/rules/reservation-rules';
import { CONTROL_PLANE_USER_DATA_RULES, hasFeatureFiles } from '../kubeadm/rules/user-data-rules';
import { isUnfiltered } from '../openstack/model/network';
import { BLOCK_DEVICE_RULES } from '../openstack/rules/block-device-rules';
import { CONTROL_PLANE_FIXED_ADDRESS_RULES } from '../openstack/rules/fixed-address-rules';
import { POOLED_ADDRESS_RULES } from '../openstack/rules/floating-ip-pool-rules';
import { IMAGE_RULES } from '../openstack/rules/image-rules';
import { MACHINE_LOOKUP_RULES } from '../openstack/rules/lookup-rules';
import { MACHINE_IDENTITY_RULES } from '../openstack/rules/machine-identity-rules';
import {
  MACHINE_RULES,
  ROOT_VOLUME_RULES,
  SERVER_METADATA_RULES,
  SERVER_TAG_RULES,
} from '../openstack/rules/machine-rules';
import { PORT_RULES } from '../openstack/rules/port-rules';
import { PORT_SECURITY_RULES } from '../openstack/rules/port-security-rules';
import { SCHEDULER_HINT_RULES } from '../openstack/rules/scheduler-hint-rules';
import { BOOT_RULES, CONTROL_PLANE_SIZE_RULES } from '../openstack/rules/size-rules';
import { UNFILTERED_SERVER_RULES } from '../openstack/rules/unfiltered-rules';
import { VOLUME_ZONE_RULES } from '../openstack/rules/volume-zone-rules';

/** Rules on servers, be they machines or a bastion. */
export const SERVER_GROUPS: readonly RuleGroup<ServerSubject>[] = [
  always(...MACHINE_RULES, ...BOOT_RULES),
  when(({ machine }) => machine.rootVolume !== undefined, ...ROOT_VOLUME_RULES),
  when(({ machine }) => hasKeys(machine.serverMetadata), ...SERVER_METADATA_RULES),
  when(({ machine }) => machine.tags.length > 0, ...SERVER_TAG_RULES),
  when(({ machine }) => machine.schedulerHints !== undefined, ...SCHEDULER_HINT_RULES),
  always(...MACHINE_LOOKUP_RULES),
  when(({ cluster }) => isUnfiltered(cluster.network), ...UNFILTERED_SERVER_RULES),
];

/** Rules on machines, be they a control plane's or a pool's. */
export const MACHINE_GROUPS: readonly RuleGroup<MachineSubject>[] = [
  always(...IMAGE_RULES),
  when(({ machine }) => machine.additionalBlockDevices !== undefined, ...BLOCK_DEVICE_RULES),
  when(
    ({ machine }) => (machine.rootVolume ?? machine.additionalBlockDevices) !== undefined,
    ...VOLUME_ZONE_RULES,
  ),
  when(({ machine }) => machine.floatingIPPool !== undefined, ...POOLED_ADDRESS_RULES),
  when(({ machine }) => machine.identity !== undefined, ...MACHINE_IDENTITY_RULES),
  when(({ machine }) => machine.ports !== undefined, ...PORT_RULES, ...PORT_SECURITY_RULES),
  when(
    ({ machine }) => hasKeys(machine.labels) || hasKeys(machine.annotations),
    ...MACHINE_LABEL_RULES,
  ),
  when(
    ({ machine }) => (machine.taints ?? []).length > 0 || machine.propagateTaints === true,
    ...TAINT_RULES,
  ),
  when(({ machine }) => machine.kubeadm !== undefined, ...KUBEADM_RULES),
  when(({ machine }) => machine.readinessGates !== undefined, ...READINESS_GATE_RULES),
  when(({ machine }) => machine.machineNaming !== undefined, ...MACHINE_NAMING_RULES),
  when(({ machine }) => hasKeys(machine.kubeletExtraArgs), ...KUBELET_ARGUMENT_RULES),
  when(({ machine }) => machine.kubelet !== undefined, ...KUBELET_RULES),
  when(
    ({ machine }) => hasKeys(machine.kubeletExtraArgs) || machine.kubelet !== undefined,
    ...RESERVATION_RULES,
  ),
  when(
    ({ machine }) => machine.healthCheck !== undefined || hasKeys(machine.drain),
    ...HEALTH_CHECK_RULES,
  ),
  ...KUBELET_FEATURE_GROUPS,
  ...BOOTSTRAP_GROUPS,
];

/** Rules on a control plane. */
export const CONTROL_PLANE_GROUPS: readonly RuleGroup<ControlPlaneSubject>[] = [
  always(...CONTROL_PLANE_RULES, ...CONTROL_PLANE_SIZE_RULES),
  when(({ controlPlane }) => hasKeys(controlPlane.rollout), ...CONTROL_PLANE_ROLLOUT_RULES),
  when(
    ({ controlPlane }) => controlPlane.ports !== undefined,
    ...CONTROL_PLANE_FIXED_ADDRESS_RULES,
  ),
  when(({ controlPlane }) => controlPlane.remediation !== undefined, ...REMEDIATION_RULES),
  when(({ controlPlane }) => controlPlane.certSANs.length > 0, ...CERT_SAN_RULES),
  when(
    ({ controlPlane }) => controlPlane.failureDomains !== undefined,
    ...CONTROL_PLANE_PLACEMENT_RULES,
  ),
  when(({ controlPlane }) => hasKeys(controlPlane.labels), ...CONTROL_PLANE_LABEL_RULES),
  ...FEATURE_GROUPS,
  when(hasArguments, ...CONTROL_PLANE_ARGUMENT_RULES),
  when(
    (subject) =>
      hasArguments(subject) ||
      hasFeatureFiles(subject) ||
      subject.controlPlane.bootstrap !== PLAIN_BOOTSTRAP,
    ...CONTROL_PLANE_USER_DATA_RULES,
  ),
];

function hasArguments({ controlPlane }: ControlPlaneSubject): boolean {
  return (
    hasKeys(controlPlane.apiServerExtraArgs) ||
    hasKeys(controlPlane.controllerManagerExtraArgs) ||
    hasKeys(controlPlane.schedulerExtraArgs) ||
    hasKeys(controlPlane.kubeletExtraArgs)
  );
}
