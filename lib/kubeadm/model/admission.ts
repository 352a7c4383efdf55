import type { HostVolume } from './host-volume';

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

/** Which requests the API server lets in, and how it changes them. */
export interface AdmissionSettings {
  /**
   * Plugins that are switched on besides the usual ones.
   *
   * @default - NodeRestriction, as kubeadm has it
   */
  readonly enablePlugins?: readonly string[];
  /**
   * Usual plugins that are switched off.
   *
   * @default - no plugins
   */
  readonly disablePlugins?: readonly string[];
  /**
   * What pods may do in namespaces that say nothing about it themselves.
   *
   * @default - everything
   */
  readonly podSecurity?: PodSecurityDefaults;
  /**
   * Configurations of other plugins by the plugin's name, each with its `apiVersion` and `kind`.
   *
   * @default - no configurations
   */
  readonly configurations?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Defaults of {@link PodSecurityDefaults}. */
export const POD_SECURITY_DEFAULTS = Object.freeze({
  enforce: 'privileged',
  version: 'latest',
  exemptNamespaces: ['kube-system'],
} as const);

/** Folder of the plugins' configuration. */
export const ADMISSION_FOLDER = '/etc/kubernetes/admission';

/** Tells whether some plugin is configured. */
export function configuresPlugins({ podSecurity, configurations }: AdmissionSettings): boolean {
  return podSecurity !== undefined || Object.keys(configurations ?? {}).length > 0;
}

/** Paths of the machine that the API server sees for its plugins. */
export function admissionVolumes(admission: AdmissionSettings): readonly HostVolume[] {
  return configuresPlugins(admission) ? [VOLUME] : [];
}

const VOLUME: HostVolume = {
  name: 'admission',
  hostPath: ADMISSION_FOLDER,
  mountPath: ADMISSION_FOLDER,
  readOnly: true,
  pathType: 'Directory',
};
