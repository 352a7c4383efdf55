import { hasKeys } from '../../base/has-keys';
import { always, type RuleGroup, when } from '../../base/rule';
import type { MachineDisks } from '../../cluster/rules/machine-disks';
import { PLAIN_BOOTSTRAP } from '../model/bootstrap';
import type { KubeadmCluster } from '../model/cluster';
import { CONTROL_PLANE_ARGUMENT_RULES, KUBELET_ARGUMENT_RULES } from './argument-rules';
import { BOOTSTRAP_GROUPS } from './bootstrap-groups';
import { CERT_SAN_RULES, CONTROL_PLANE_RULES } from './control-plane-rules';
import { etcdDiskRules } from './etcd-disk-rules';
import { FEATURE_GROUPS, KUBELET_FEATURE_GROUPS } from './feature-groups';
import { POOL_PATCH_RULES } from './kubeadm-patch-rules';
import { KUBEADM_RULES } from './kubeadm-rules';
import { KUBELET_RULES } from './kubelet-rules';
import { presentDiskRules } from './present-disk-rules';
import { RANGE_SIZE_RULES } from './range-size-rules';
import { RESERVATION_RULES } from './reservation-rules';
import { SERVING_CERTIFICATE_RULES } from './serving-certificate-rules';
import type { ControlPlaneSubject, MachineSubject, PoolSubject } from './subjects';
import {
  CONTROL_PLANE_USER_DATA_RULES,
  hasFeatureFiles,
  POOL_USER_DATA_RULES,
} from './user-data-rules';
import { WINDOWS_BOOTSTRAP_RULES } from './windows-bootstrap-rules';
import { WINDOWS_FORMAT_RULES } from './windows-format-rules';

/** Rules on a cluster as a whole. */
export const KUBEADM_CLUSTER_GROUPS: readonly RuleGroup<KubeadmCluster>[] = [
  always(...RANGE_SIZE_RULES, ...SERVING_CERTIFICATE_RULES),
];

/** Rules on a control plane. */
export const KUBEADM_CONTROL_PLANE_GROUPS: readonly RuleGroup<ControlPlaneSubject>[] = [
  always(...CONTROL_PLANE_RULES),
  when(({ controlPlane }) => controlPlane.certSANs.length > 0, ...CERT_SAN_RULES),
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

/** Rules on machines of control planes and pools. */
export const KUBEADM_MACHINE_GROUPS: readonly RuleGroup<MachineSubject>[] = [
  when(({ machine }) => machine.kubeadm !== undefined, ...KUBEADM_RULES),
  when(({ machine }) => hasKeys(machine.kubeletExtraArgs), ...KUBELET_ARGUMENT_RULES),
  when(({ machine }) => machine.kubelet !== undefined, ...KUBELET_RULES),
  when(
    ({ machine }) => hasKeys(machine.kubeletExtraArgs) || machine.kubelet !== undefined,
    ...RESERVATION_RULES,
  ),
  ...KUBELET_FEATURE_GROUPS,
  ...BOOTSTRAP_GROUPS,
];

/** Rules on a node pool. */
export const KUBEADM_POOL_GROUPS: readonly RuleGroup<PoolSubject>[] = [
  when(({ pool }) => pool.os === 'windows', ...WINDOWS_FORMAT_RULES, ...WINDOWS_BOOTSTRAP_RULES),
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

/** Returns rules on the disks that bootstrap and etcd use, for a provider that knows the disks of machines. */
export function kubeadmDiskGroups(disks: MachineDisks): {
  readonly controlPlane: readonly RuleGroup<ControlPlaneSubject>[];
  readonly machine: readonly RuleGroup<MachineSubject>[];
} {
  return {
    controlPlane: [
      when(({ controlPlane }) => controlPlane.etcd !== undefined, ...etcdDiskRules(disks)),
    ],
    machine: [
      when(({ machine }) => machine.bootstrap !== PLAIN_BOOTSTRAP, ...presentDiskRules(disks)),
    ],
  };
}

function hasArguments({ controlPlane }: ControlPlaneSubject): boolean {
  return (
    hasKeys(controlPlane.apiServerExtraArgs) ||
    hasKeys(controlPlane.controllerManagerExtraArgs) ||
    hasKeys(controlPlane.schedulerExtraArgs) ||
    hasKeys(controlPlane.kubeletExtraArgs)
  );
}
