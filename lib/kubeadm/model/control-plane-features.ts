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
   * Registry and path before the image name `coredns`.
   *
   * @default - `imageRepository`, or `registry.k8s.io/coredns`
   * @see KubeadmConfigSpec.clusterConfiguration.dns.imageRepository (bootstrap.cluster.x-k8s.io)
   */
  readonly imageRepository?: string;
  /**
   * Tag of the image. An upgrade of Kubernetes does not change it.
   *
   * @default - the tag for the Kubernetes version
   * @see KubeadmConfigSpec.clusterConfiguration.dns.imageTag (bootstrap.cluster.x-k8s.io)
   */
  readonly imageTag?: string;
}

/** Settings of control-plane components other than their arguments. */
export interface ControlPlaneFeatures {
  /** Host paths mounted into the API server. */
  readonly apiServerExtraVolumes: readonly HostVolume[];
  /** Host paths mounted into the controller manager. */
  readonly controllerManagerExtraVolumes: readonly HostVolume[];
  /** Host paths mounted into the scheduler. */
  readonly schedulerExtraVolumes: readonly HostVolume[];
  /** Environment variables of the API server. */
  readonly apiServerExtraEnvs?: Readonly<Record<string, string>> | undefined;
  /** Environment variables of the controller manager. */
  readonly controllerManagerExtraEnvs?: Readonly<Record<string, string>> | undefined;
  /** Environment variables of the scheduler. */
  readonly schedulerExtraEnvs?: Readonly<Record<string, string>> | undefined;
  /** Registry and path of kubeadm's images; absent for the Kubernetes registry. */
  readonly imageRepository?: string | undefined;
  /** Image of CoreDNS; absent for kubeadm's default. */
  readonly dns?: DnsImage | undefined;
  /** Settings of kube-proxy; absent for kubeadm's defaults. */
  readonly kubeProxy?: KubeProxyModel | undefined;
  /** Feature gates of Kubernetes. */
  readonly featureGates: KubernetesFeatureGates;
  /** Patches of what kubeadm generates, in order. */
  readonly patches: readonly KubeadmPatchModel[];
  /** Audit logging of the API server. */
  readonly audit?: AuditModel | undefined;
  /** Authentication of users by external issuers. */
  readonly authentication?: AuthenticationModel | undefined;
  /** Admission control of the API server. */
  readonly admission?: AdmissionSettings | undefined;
  /** Encryption of objects in etcd. */
  readonly encryption?: EncryptionModel | undefined;
  /** TLS settings of components. */
  readonly tls?: TlsSettings | undefined;
  /** Certificates and CAs. */
  readonly certificates?: CertificateSettings | undefined;
  /** Local or external etcd; absent for kubeadm's defaults. */
  readonly etcd?: EtcdModel | undefined;
}

/** Features of a control plane without settings. */
export const PLAIN_FEATURES: ControlPlaneFeatures = Object.freeze({
  apiServerExtraVolumes: Object.freeze([]),
  controllerManagerExtraVolumes: Object.freeze([]),
  schedulerExtraVolumes: Object.freeze([]),
  featureGates: Object.freeze({}),
  patches: Object.freeze([]),
});
