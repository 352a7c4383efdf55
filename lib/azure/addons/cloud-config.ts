import type { Volume, VolumeMount } from '../../addons/catalogue/pod-hardening';
import { CLOUD_CONFIG } from '../render/registration';

const NAME = 'cloud-config';
const CERTIFICATES = '/etc/ssl';

/** File with what pods on a machine know of Azure, and authorities that they trust. */
export const CONFIG_VOLUMES: readonly Volume[] = Object.freeze([
  { name: NAME, hostPath: { path: CLOUD_CONFIG, type: 'File' } },
  { name: 'certificates', hostPath: { path: CERTIFICATES, type: 'Directory' } },
]);

/** Places of {@link CONFIG_VOLUMES}. */
export const CONFIG_MOUNTS: readonly VolumeMount[] = Object.freeze([
  { name: NAME, mountPath: CLOUD_CONFIG, readOnly: true },
  { name: 'certificates', mountPath: CERTIFICATES, readOnly: true },
]);
