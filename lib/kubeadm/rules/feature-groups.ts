import { hasKeys } from '../../base/has-keys';
import { type RuleGroup, when } from '../../base/rule';
import { ADMISSION_RULES, POD_SECURITY_RULES } from './admission-rules';
import { AUDIT_POLICY_RULES, AUDIT_RULES } from './audit-rules';
import { CERTIFICATE_EXPIRY_RULES, CERTIFICATE_RULES } from './certificate-rules';
import { ENCRYPTION_RESOURCE_RULES } from './encryption-resource-rules';
import { ENCRYPTION_RULES } from './encryption-rules';
import { ENVIRONMENT_RULES, hasEnvironment } from './environment-rules';
import { LOCAL_ETCD_RULES } from './etcd-rules';
import { ETCD_VOLUME_RULES } from './etcd-volume-rules';
import { EXTERNAL_ETCD_RULES } from './external-etcd-rules';
import {
  OWNED_ARGUMENT_RULES,
  OWNED_KUBELET_ARGUMENT_RULES,
  ownsArguments,
} from './feature-arguments';
import { FEATURE_FILE_RULES } from './feature-file-rules';
import { FEATURE_GATE_RULES } from './feature-gate-rules';
import { ISSUER_RULES } from './issuer-rules';
import { KUBE_PROXY_RULES } from './kube-proxy-rules';
import { KUBEADM_IMAGE_RULES } from './kubeadm-image-rules';
import { KUBEADM_PATCH_RULES } from './kubeadm-patch-rules';
import { OIDC_RULES } from './oidc-rules';
import { namesSecrets, SECRET_RULES } from './secret-rules';
import type { ControlPlaneSubject, MachineSubject } from './subjects';
import { TLS_RULES } from './tls-rules';
import { hasVolumes, VOLUME_RULES } from './volume-rules';

/** Rules on the settings of control-plane components. */
export const FEATURE_GROUPS: readonly RuleGroup<ControlPlaneSubject>[] = [
  when(hasVolumes, ...VOLUME_RULES),
  when(({ controlPlane }) => hasKeys(controlPlane.featureGates), ...FEATURE_GATE_RULES),
  when(
    ({ controlPlane }) => controlPlane.audit !== undefined,
    ...AUDIT_RULES,
    ...AUDIT_POLICY_RULES,
  ),
  when(
    ({ controlPlane }) => controlPlane.encryption !== undefined,
    ...ENCRYPTION_RULES,
    ...ENCRYPTION_RESOURCE_RULES,
  ),
  when(({ controlPlane }) => controlPlane.authentication?.kind === 'oidc', ...OIDC_RULES),
  when(({ controlPlane }) => controlPlane.authentication?.kind === 'issuers', ...ISSUER_RULES),
  when(({ controlPlane }) => controlPlane.admission !== undefined, ...ADMISSION_RULES),
  when(
    ({ controlPlane }) => controlPlane.admission?.podSecurity !== undefined,
    ...POD_SECURITY_RULES,
  ),
  when(({ controlPlane }) => controlPlane.tls !== undefined, ...TLS_RULES),
  when(
    ({ controlPlane }) => controlPlane.etcd !== undefined,
    ...LOCAL_ETCD_RULES,
    ...ETCD_VOLUME_RULES,
    ...EXTERNAL_ETCD_RULES,
  ),
  when(({ controlPlane }) => controlPlane.certificates !== undefined, ...CERTIFICATE_RULES),
  when(
    ({ controlPlane }) => controlPlane.rollout.certificatesExpiryDays !== undefined,
    ...CERTIFICATE_EXPIRY_RULES,
  ),
  when(({ controlPlane }) => controlPlane.patches.length > 0, ...KUBEADM_PATCH_RULES),
  when(({ controlPlane }) => controlPlane.bootstrap.files.length > 0, ...FEATURE_FILE_RULES),
  when(
    ({ controlPlane: { patches, admission } }) =>
      patches.length > 0 || admission?.configurations !== undefined,
  ),
  when(
    ({ controlPlane }) => (controlPlane.imageRepository ?? controlPlane.dns) !== undefined,
    ...KUBEADM_IMAGE_RULES,
  ),
  when(({ controlPlane }) => controlPlane.kubeProxy !== undefined, ...KUBE_PROXY_RULES),
  when(hasEnvironment, ...ENVIRONMENT_RULES),
  when(namesSecrets, ...SECRET_RULES),
  when(({ controlPlane }) => ownsArguments(controlPlane), ...OWNED_ARGUMENT_RULES),
];

/** Rules on kubelets whose arguments the control plane also sets. */
export const KUBELET_FEATURE_GROUPS: readonly RuleGroup<MachineSubject>[] = [
  when(
    ({ cluster, machine }) =>
      hasKeys(machine.kubeletExtraArgs) && ownsArguments(cluster.controlPlane),
    ...OWNED_KUBELET_ARGUMENT_RULES,
  ),
];
