import type { PodSecurityLevel } from '../../kubeadm/model/admission';

/** Beginning of the labels by which a namespace says what its pods may do. */
export const POD_SECURITY_PREFIX = 'pod-security.kubernetes.io/';

/** Level of a cluster's own namespace unless somebody says otherwise; the library's pods in it keep it. */
export const NAMESPACE_POD_SECURITY = 'restricted';

/** Labels of a namespace that enforces a level of the Pod Security Standards, and warns and notes where it is not kept. */
export function podSecurityLabels(
  level: PodSecurityLevel,
  version: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['enforce', 'audit', 'warn'].flatMap((mode) => [
      [`${POD_SECURITY_PREFIX}${mode}`, level],
      [`${POD_SECURITY_PREFIX}${mode}-version`, version],
    ]),
  );
}
