import type { AdmissionSettings } from '../lib/kubeadm/model/admission';
import type { Authentication } from '../lib/kubeadm/model/authentication';
import type { CertificateSettings } from '../lib/kubeadm/model/certificates';
import {
  type ControlPlaneFeatures,
  type DnsImage,
  PLAIN_FEATURES,
} from '../lib/kubeadm/model/control-plane-features';
import type { EncryptionAtRest } from '../lib/kubeadm/model/encryption';
import type { Etcd } from '../lib/kubeadm/model/etcd';
import type { KubernetesFeatureGates } from '../lib/kubeadm/model/feature-gates';
import type { HostVolume } from '../lib/kubeadm/model/host-volume';
import type { KubeProxy } from '../lib/kubeadm/model/kube-proxy';
import type { KubeadmPatch } from '../lib/kubeadm/model/kubeadm-patch';
import type { TlsSettings } from '../lib/kubeadm/model/tls';
import { type AuditProps, auditModel } from './audit-props';

/** Props of the components of a control plane. */
export interface ControlPlaneFeatureProps {
  /**
   * Paths on the machine that are mounted into the API server.
   *
   * @default - kubeadm's own mounts, and those of the enabled features
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraVolumes (controlplane.cluster.x-k8s.io)
   */
  readonly apiServerExtraVolumes?: readonly HostVolume[];
  /**
   * Paths on the machine that are mounted into the controller manager.
   *
   * @default - kubeadm's own mounts
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.controllerManager.extraVolumes (controlplane.cluster.x-k8s.io)
   */
  readonly controllerManagerExtraVolumes?: readonly HostVolume[];
  /**
   * Paths on the machine that are mounted into the scheduler.
   *
   * @default - kubeadm's own mounts
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.scheduler.extraVolumes (controlplane.cluster.x-k8s.io)
   */
  readonly schedulerExtraVolumes?: readonly HostVolume[];
  /**
   * Environment variables of the API server; needs Kubernetes 1.31 or newer.
   *
   * @default - the proxy variables that kubeadm finds
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraEnvs (controlplane.cluster.x-k8s.io)
   */
  readonly apiServerExtraEnvs?: Readonly<Record<string, string>>;
  /**
   * Environment variables of the controller manager; needs Kubernetes 1.31 or newer.
   *
   * @default - the proxy variables that kubeadm finds
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.controllerManager.extraEnvs (controlplane.cluster.x-k8s.io)
   */
  readonly controllerManagerExtraEnvs?: Readonly<Record<string, string>>;
  /**
   * Environment variables of the scheduler; needs Kubernetes 1.31 or newer.
   *
   * @default - the proxy variables that kubeadm finds
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.scheduler.extraEnvs (controlplane.cluster.x-k8s.io)
   */
  readonly schedulerExtraEnvs?: Readonly<Record<string, string>>;
  /**
   * Registry and path from which kubeadm and Cluster API pull the images of the control plane, kube-proxy, etcd and
   * CoreDNS.
   *
   * CoreDNS is then `<imageRepository>/coredns`, without the folder `coredns` of the Kubernetes registry. To use your
   * own registry, prefer `registryMirrors` of `bootstrap`, which change no image names.
   *
   * @default - `registry.k8s.io`
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.imageRepository (controlplane.cluster.x-k8s.io)
   */
  readonly imageRepository?: string;
  /**
   * Image of CoreDNS.
   *
   * @default - the image that matches the Kubernetes version
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.dns (controlplane.cluster.x-k8s.io)
   */
  readonly dns?: DnsImage;
  /**
   * Service proxy of the nodes: kube-proxy with custom settings, or none.
   *
   * @default - kube-proxy as kubeadm configures it
   */
  readonly kubeProxy?: KubeProxy;
  /**
   * Feature gates of Kubernetes, for all components or for one of them.
   *
   * They also apply to kubelets of pools with the cluster's minor version. Another minor may not know them, so set
   * the gates of such a pool in `kubeletExtraArgs`.
   *
   * @default - the defaults of Kubernetes
   */
  readonly featureGates?: KubernetesFeatureGates;
  /**
   * Patches of the files that kubeadm writes on the machines, in order, for settings without a prop.
   *
   * @default - no patches
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.initConfiguration.patches (controlplane.cluster.x-k8s.io)
   */
  readonly patches?: readonly KubeadmPatch[];
  /**
   * Audit logging of the API server.
   *
   * @default - no audit logging
   */
  readonly audit?: AuditProps;
  /**
   * Encryption of objects in etcd by the API server.
   *
   * @default - objects are stored unencrypted
   */
  readonly encryption?: EncryptionAtRest;
  /**
   * TLS settings of API server, controller manager, scheduler, local etcd and every kubelet.
   *
   * @default - the defaults of each program
   */
  readonly tls?: TlsSettings;
  /**
   * Certificates of the cluster: their CAs, validity periods and key types.
   *
   * @default - Cluster API and kubeadm create all of them
   */
  readonly certificates?: CertificateSettings;
  /**
   * Etcd in which the cluster stores its objects.
   *
   * @default - an etcd member on each control-plane machine
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.etcd (controlplane.cluster.x-k8s.io)
   */
  readonly etcd?: Etcd;
  /**
   * User authentication besides Kubernetes' own.
   *
   * @default - no other authentication
   */
  readonly authentication?: Authentication;
  /**
   * Admission control of the API server: its plugins, and what pods are allowed to do.
   *
   * @default - kubeadm's default plugins
   */
  readonly admission?: AdmissionSettings;
}

/** Returns model data of the features that props set. */
export function controlPlaneFeatures(
  props: ControlPlaneFeatureProps,
): Required<ControlPlaneFeatures> {
  return {
    apiServerExtraVolumes: props.apiServerExtraVolumes ?? PLAIN_FEATURES.apiServerExtraVolumes,
    controllerManagerExtraVolumes:
      props.controllerManagerExtraVolumes ?? PLAIN_FEATURES.controllerManagerExtraVolumes,
    schedulerExtraVolumes: props.schedulerExtraVolumes ?? PLAIN_FEATURES.schedulerExtraVolumes,
    apiServerExtraEnvs: props.apiServerExtraEnvs,
    controllerManagerExtraEnvs: props.controllerManagerExtraEnvs,
    schedulerExtraEnvs: props.schedulerExtraEnvs,
    imageRepository: props.imageRepository,
    dns: props.dns,
    kubeProxy: props.kubeProxy?.model,
    featureGates: props.featureGates ?? PLAIN_FEATURES.featureGates,
    patches: props.patches?.map(({ model }) => model) ?? PLAIN_FEATURES.patches,
    audit: props.audit && auditModel(props.audit),
    encryption: props.encryption?.model,
    tls: props.tls,
    certificates: props.certificates,
    etcd: props.etcd?.model,
    authentication: props.authentication?.model,
    admission: props.admission,
  };
}
