import type { AdmissionSettings } from './admission';
import type { AuditModel } from './audit';
import type { AuthenticationModel } from './authentication';
import type { CertificateSettings } from './certificates';
import type { EncryptionModel } from './encryption';
import type { EtcdModel } from './etcd';
import type { KubernetesFeatureGates } from './feature-gates';
import type { HostVolume } from './host-volume';
import type { KubeProxyModel } from './kube-proxy';
import type { KubeadmPatchModel } from './kubeadm-patch';
import type { TlsSettings } from './tls';

/** Image of CoreDNS. */
export interface DnsImage {
  /**
   * Registry and path before the image's name `coredns`.
   *
   * @default - `imageRepository`, or `registry.k8s.io/coredns`
   * @see KubeadmConfigSpec.clusterConfiguration.dns.imageRepository (bootstrap.cluster.x-k8s.io)
   */
  readonly imageRepository?: string;
  /**
   * Tag of the image. It stays when Kubernetes is upgraded, until it is changed.
   *
   * @default - the tag that goes with the Kubernetes version
   * @see KubeadmConfigSpec.clusterConfiguration.dns.imageTag (bootstrap.cluster.x-k8s.io)
   */
  readonly imageTag?: string;
}

/** What the components of a control plane are set to, besides their arguments. */
export interface ControlPlaneFeatures {
  /** Paths of the machine that the API server sees. */
  readonly apiServerExtraVolumes: readonly HostVolume[];
  /** Paths of the machine that the controller manager sees. */
  readonly controllerManagerExtraVolumes: readonly HostVolume[];
  /** Paths of the machine that the scheduler sees. */
  readonly schedulerExtraVolumes: readonly HostVolume[];
  /** Environment of the API server. */
  readonly apiServerExtraEnvs?: Readonly<Record<string, string>> | undefined;
  /** Environment of the controller manager. */
  readonly controllerManagerExtraEnvs?: Readonly<Record<string, string>> | undefined;
  /** Environment of the scheduler. */
  readonly schedulerExtraEnvs?: Readonly<Record<string, string>> | undefined;
  /** Registry and path of kubeadm's images; absent for that of Kubernetes. */
  readonly imageRepository?: string | undefined;
  /** Image of CoreDNS, where it is not kubeadm's own. */
  readonly dns?: DnsImage | undefined;
  /** What forwards the traffic of Services; absent for kube-proxy as kubeadm sets it up. */
  readonly kubeProxy?: KubeProxyModel | undefined;
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
