import type { PodSecurityDefaults } from '../../cluster/model/pod-security';
import type { HostVolume } from './host-volume';

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
