/** Level of the Pod Security Standards. */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** Pod Security defaults for namespaces without Pod Security labels. */
export interface PodSecurityDefaults {
  /**
   * Level that is enforced.
   *
   * @default 'privileged'
   */
  readonly enforce?: PodSecurityLevel;
  /**
   * Level whose violations are recorded in the audit log.
   *
   * @default - the enforced level
   */
  readonly audit?: PodSecurityLevel;
  /**
   * Level whose violations users are warned about.
   *
   * @default - the enforced level
   */
  readonly warn?: PodSecurityLevel;
  /**
   * Minor version, such as `v1.32`, whose definition of the levels applies.
   *
   * @default 'latest'
   */
  readonly version?: string;
  /**
   * Namespaces that are exempt.
   *
   * @default ['kube-system']
   */
  readonly exemptNamespaces?: readonly string[];
  /**
   * Users who are exempt.
   *
   * @default - no users
   */
  readonly exemptUsernames?: readonly string[];
  /**
   * Runtime classes that are exempt.
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

/** Prefix of the Pod Security labels of a namespace. */
export const POD_SECURITY_PREFIX = 'pod-security.kubernetes.io/';

/** Default level of a cluster's own namespace; the library's pods in it comply with it. */
export const NAMESPACE_POD_SECURITY = 'restricted';

/** Returns the labels of a namespace that enforces a Pod Security level, and warns about and audits violations. */
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
