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

/** Props of what the components of a control plane do and see. */
export interface ControlPlaneFeatureProps {
  /**
   * Paths of the machine that the API server sees.
   *
   * @default - kubeadm's own, and those of the features that are set
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraVolumes (controlplane.cluster.x-k8s.io)
   */
  readonly apiServerExtraVolumes?: readonly HostVolume[];
  /**
   * Paths of the machine that the controller manager sees.
   *
   * @default - kubeadm's own
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.controllerManager.extraVolumes (controlplane.cluster.x-k8s.io)
   */
  readonly controllerManagerExtraVolumes?: readonly HostVolume[];
  /**
   * Paths of the machine that the scheduler sees.
   *
   * @default - kubeadm's own
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.scheduler.extraVolumes (controlplane.cluster.x-k8s.io)
   */
  readonly schedulerExtraVolumes?: readonly HostVolume[];
  /**
   * Environment of the API server by the names of its variables; from Kubernetes 1.31 on.
   *
   * @default - the variables of a proxy that kubeadm finds
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraEnvs (controlplane.cluster.x-k8s.io)
   */
  readonly apiServerExtraEnvs?: Readonly<Record<string, string>>;
  /**
   * Environment of the controller manager by the names of its variables; from Kubernetes 1.31 on.
   *
   * @default - the variables of a proxy that kubeadm finds
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.controllerManager.extraEnvs (controlplane.cluster.x-k8s.io)
   */
  readonly controllerManagerExtraEnvs?: Readonly<Record<string, string>>;
  /**
   * Environment of the scheduler by the names of its variables; from Kubernetes 1.31 on.
   *
   * @default - the variables of a proxy that kubeadm finds
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.scheduler.extraEnvs (controlplane.cluster.x-k8s.io)
   */
  readonly schedulerExtraEnvs?: Readonly<Record<string, string>>;
  /**
   * Registry and path from which kubeadm and Cluster API take the images of the control plane, of kube-proxy, etcd and CoreDNS.
   *
   * CoreDNS is then `<imageRepository>/coredns`, without the folder `coredns` that the registry of Kubernetes has.
   * `registryMirrors` of `bootstrap` need no other names of images, and are the usual way to a registry of your own.
   *
   * @default - `registry.k8s.io`
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.imageRepository (controlplane.cluster.x-k8s.io)
   */
  readonly imageRepository?: string;
  /**
   * Image of CoreDNS.
   *
   * @default - the one that goes with the Kubernetes version
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.dns (controlplane.cluster.x-k8s.io)
   */
  readonly dns?: DnsImage;
  /**
   * What forwards the traffic of Services on the nodes: kube-proxy with settings of its own, or none.
   *
   * @default - kube-proxy as kubeadm sets it up
   */
  readonly kubeProxy?: KubeProxy;
  /**
   * Feature gates of Kubernetes: everywhere, or of one component.
   *
   * Kubelets of pools get them too, where the pool has the cluster's minor version; another minor may not know them,
   * so such a pool names its own in `kubeletExtraArgs`.
   *
   * @default - every gate as Kubernetes ships it
   */
  readonly featureGates?: KubernetesFeatureGates;
  /**
   * Changes of what kubeadm writes on the machines, in order, for what no prop says.
   *
   * @default - no changes
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.initConfiguration.patches (controlplane.cluster.x-k8s.io)
   */
  readonly patches?: readonly KubeadmPatch[];
  /**
   * What the API server writes down of requests, and where.
   *
   * @default - nothing
   */
  readonly audit?: AuditProps;
  /**
   * How the API server encrypts objects in etcd.
   *
   * @default - objects lie in etcd as they are
   */
  readonly encryption?: EncryptionAtRest;
  /**
   * How API server, controller manager, scheduler, local etcd and every kubelet speak TLS.
   *
   * @default - each program's own way
   */
  readonly tls?: TlsSettings;
  /**
   * Certificates of the cluster: who vouches for them, for how long, and how their keys are made.
   *
   * @default - Cluster API and kubeadm make all of them
   */
  readonly certificates?: CertificateSettings;
  /**
   * Where the cluster keeps its objects.
   *
   * @default - in an etcd on each control-plane machine
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.etcd (controlplane.cluster.x-k8s.io)
   */
  readonly etcd?: Etcd;
  /**
   * Who besides Kubernetes itself says who a user is.
   *
   * @default - nobody
   */
  readonly authentication?: Authentication;
  /**
   * Which requests the API server lets in: its plugins, and what pods may do.
   *
   * @default - kubeadm's own plugins
   */
  readonly admission?: AdmissionSettings;
}

/** Model data of the features that props set. */
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
