import type { PodSecurityDefaults } from '../../cluster/model/pod-security';
import type { HostVolume } from './host-volume';

/** Admission control of the API server. */
export interface AdmissionSettings {
  /**
   * Admission plugins to enable in addition to the default ones.
   *
   * @default - NodeRestriction, which kubeadm enables
   */
  readonly enablePlugins?: readonly string[];
  /**
   * Default admission plugins to disable.
   *
   * @default - no plugins
   */
  readonly disablePlugins?: readonly string[];
  /**
   * Pod Security defaults for namespaces without labels of their own.
   *
   * @default - pods are not restricted
   */
  readonly podSecurity?: PodSecurityDefaults;
  /**
   * Configurations of other plugins by plugin name, each with its `apiVersion` and `kind`.
   *
   * @default - no configurations
   */
  readonly configurations?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Directory of the plugin configuration. */
export const ADMISSION_FOLDER = '/etc/kubernetes/admission';

/** Tells whether any plugin is configured. */
export function configuresPlugins({ podSecurity, configurations }: AdmissionSettings): boolean {
  return podSecurity !== undefined || Object.keys(configurations ?? {}).length > 0;
}

/** Returns the host paths mounted into the API server for its admission plugins. */
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
