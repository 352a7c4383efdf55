import type { AdmissionSettings } from './admission';
import type { AuditModel } from './audit';
import type { AuthenticationModel } from './authentication';
import type { CertificateSettings } from './certificates';
import type { EncryptionModel } from './encryption';
import type { EtcdModel } from './etcd';
import type { KubernetesFeatureGates } from './feature-gates';
import type { HostVolume } from './host-volume';
import type { KubeadmPatchModel } from './kubeadm-patch';
import type { TlsSettings } from './tls';

/** What the components of a control plane are set to, besides their arguments. */
export interface ControlPlaneFeatures {
  /** Paths of the machine that the API server sees. */
  readonly apiServerExtraVolumes: readonly HostVolume[];
  /** Paths of the machine that the controller manager sees. */
  readonly controllerManagerExtraVolumes: readonly HostVolume[];
  /** Paths of the machine that the scheduler sees. */
  readonly schedulerExtraVolumes: readonly HostVolume[];
  /** Feature gates of Kubernetes. */
  readonly featureGates: KubernetesFeatureGates;
  /** Changes of what kubeadm writes, in order. */
  readonly patches: readonly KubeadmPatchModel[];
  /** What the API server writes down of requests. */
  readonly audit?: AuditModel | undefined;
  /** Who besides Kubernetes itself says who a user is. */
  readonly authentication?: AuthenticationModel | undefined;
  /** Which requests the API server lets in. */
  readonly admission?: AdmissionSettings | undefined;
  /** How objects are encrypted in etcd. */
  readonly encryption?: EncryptionModel | undefined;
  /** How components speak TLS. */
  readonly tls?: TlsSettings | undefined;
  /** Certificates, and who vouches for them. */
  readonly certificates?: CertificateSettings | undefined;
  /** Where the cluster keeps its objects. */
  readonly etcd?: EtcdModel | undefined;
}

/** Features of a control plane that sets none. */
export const PLAIN_FEATURES: ControlPlaneFeatures = Object.freeze({
  apiServerExtraVolumes: Object.freeze([]),
  controllerManagerExtraVolumes: Object.freeze([]),
  schedulerExtraVolumes: Object.freeze([]),
  featureGates: Object.freeze({}),
  patches: Object.freeze([]),
});
