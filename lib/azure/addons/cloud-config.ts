import type { Volume, VolumeMount } from '../../addons/catalogue/pod-hardening';
import { CLOUD_CONFIG } from '../render/registration';

const NAME = 'cloud-config';
const CERTIFICATES = '/etc/ssl';

/** Volumes with the cloud provider configuration and the trusted CA certificates of the machine. */
export const CONFIG_VOLUMES: readonly Volume[] = Object.freeze([
  { name: NAME, hostPath: { path: CLOUD_CONFIG, type: 'File' } },
  { name: 'certificates', hostPath: { path: CERTIFICATES, type: 'Directory' } },
]);

/** Mounts of {@link CONFIG_VOLUMES}. */
export const CONFIG_MOUNTS: readonly VolumeMount[] = Object.freeze([
  { name: NAME, mountPath: CLOUD_CONFIG, readOnly: true },
  { name: 'certificates', mountPath: CERTIFICATES, readOnly: true },
]);
