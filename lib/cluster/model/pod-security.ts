/** How much a pod may do, as the Pod Security Standards have it. */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** What counts in namespaces that say nothing themselves about what their pods may do. */
export interface PodSecurityDefaults {
  /**
   * Level that pods must keep.
   *
   * @default 'privileged'
   */
  readonly enforce?: PodSecurityLevel;
  /**
   * Level whose breaches are noted in the audit.
   *
   * @default - the level to enforce
   */
  readonly audit?: PodSecurityLevel;
  /**
   * Level whose breaches users are warned of.
   *
   * @default - the level to enforce
   */
  readonly warn?: PodSecurityLevel;
  /**
   * Minor version, such as `v1.32`, whose idea of the levels counts.
   *
   * @default 'latest'
   */
  readonly version?: string;
  /**
   * Namespaces whose pods may do anything.
   *
   * @default ['kube-system']
   */
  readonly exemptNamespaces?: readonly string[];
  /**
   * Users whose pods may do anything.
   *
   * @default - no users
   */
  readonly exemptUsernames?: readonly string[];
  /**
   * Runtime classes whose pods may do anything.
   *
   * @default - no runtime classes
   */
  readonly exemptRuntimeClasses?: readonly string[];
}

/** Defaults of {@link PodSecurityDefaults}. */
export const POD_SECURITY_DEFAULTS = Object.freeze({
  enforce: 'privileged',
  version: 'latest',
  exemptNamespaces: ['kube-system'],
} as const);

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
