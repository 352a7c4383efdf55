import { GUARD } from '../lib/input/input-guard';
import { CLASSES } from './classes.generated';

export { type Issue, SynthError, ValidationError } from '../lib/errors';
export { type Call, type Change, type Fix, fixText } from '../lib/fix';
export type { DeliveryStrategy, Manifest } from '../lib/model/addon';
export type {
  AdmissionSettings,
  PodSecurityDefaults,
  PodSecurityLevel,
} from '../lib/model/admission';
export type { AuditLog, AuditMode, AuditWebhook } from '../lib/model/audit';
export {
  type AuditLevel,
  AuditPolicy,
  type AuditPolicyOptions,
  type AuditResources,
  type AuditRule,
  type AuditStage,
} from '../lib/model/audit-policy';
export { Authentication, type IssuersOptions, type OidcOptions } from '../lib/model/authentication';
export type { AutoscaleBounds, AutoscaleSettings } from '../lib/model/autoscale';
export {
  BlockDevice,
  type LocalDeviceOptions,
  type VolumeDeviceOptions,
} from '../lib/model/block-device';
export type { NodeFile, NtpModel, SecretKey } from '../lib/model/bootstrap';
export type {
  AuthoritySecrets,
  CertificateSettings,
  KeyAlgorithm,
} from '../lib/model/certificates';
export type { CidrPool, PlannedRanges } from '../lib/model/cidr-plan';
export { ExternalNetwork, type Flavor, type FlavorGpu, type ImageUpload } from '../lib/model/cloud';
export type { ClusterModel, TemplateNames } from '../lib/model/cluster';
export type { ClusterPart } from '../lib/model/cluster-part';
export {
  type CalicoEncapsulation,
  type CalicoNetworkOptions,
  type CiliumNetworkOptions,
  type CiliumRouting,
  Cni,
} from '../lib/model/cni';
export type { ConditionGate, MachineNaming } from '../lib/model/condition-gate';
export type { ControlPlaneRollout } from '../lib/model/control-plane';
export type { DnsImage } from '../lib/model/control-plane-features';
export type {
  ApplicationCredentialOptions,
  CloudEntryOptions,
  ClusterIdentityOptions,
  IdentityCredentialsOptions,
  OwnCredentialOptions,
  PlaintextCredentialsOptions,
  SecretCredentialsOptions,
  SourcedCredentialsOptions,
} from '../lib/model/credential-options';
export { CloudCredentials } from '../lib/model/credentials';
export type { DiskFilesystem, DiskPartition, DiskSetup } from '../lib/model/disk-setup';
export {
  DrainBehavior,
  type LabelExpression,
  type LabelSelector,
  type PodSelector,
} from '../lib/model/drain-rule';
export {
  EncryptionAtRest,
  type EncryptionCipher,
  type EncryptionKey,
  type EncryptionKeysOptions,
  type EncryptionOptions,
  type KmsOptions,
} from '../lib/model/encryption';
export {
  ApiEndpoint,
  type ExternalEndpointOptions,
  FloatingIP,
  type LoadBalancerMonitor,
  type LoadBalancerOptions,
  type MachineEndpointOptions,
  type ManagedEndpointOptions,
  type ProvisionedLoadBalancerOptions,
  type VirtualIpOptions,
} from '../lib/model/endpoint';
export {
  Etcd,
  type EtcdTuning,
  type EtcdVolume,
  type ExternalEtcdOptions,
  type LocalEtcdOptions,
} from '../lib/model/etcd';
export type { Gates, KubernetesFeatureGates } from '../lib/model/feature-gates';
export type { ReclaimPolicy } from '../lib/model/floating-ip-pool';
export { Gpu, type GpuOptions } from '../lib/model/gpu';
export type { HandOver, HandOverIds } from '../lib/model/hand-over';
export type { HelmFlags, HelmValue, HelmValues } from '../lib/model/helm-chart';
export type { HostPathType, HostVolume } from '../lib/model/host-volume';
export { ClaimMapping, type JwtIssuer, type ValidationExpression } from '../lib/model/jwt-issuer';
export {
  KubeProxy,
  type KubeProxyConntrack,
  type KubeProxyIpvs,
  type KubeProxyMode,
  type KubeProxyOptions,
} from '../lib/model/kube-proxy';
export type { KubeVipLease, KubeVipOptions } from '../lib/model/kube-vip';
export type { ImagePullPolicy, KubeadmInitSettings, KubeadmSettings } from '../lib/model/kubeadm';
export { KubeadmPatch, type PatchOperation, type PatchTarget } from '../lib/model/kubeadm-patch';
export type {
  EvictionSignal,
  EvictionThresholds,
  KubeletSettings,
  ReservedResources,
} from '../lib/model/kubelet';
export type { LookupFilter } from '../lib/model/lookup';
export { MachineImage, type RootVolume, ServerGroup, type Taint } from '../lib/model/machine';
export { type IgnitionOptions, MachineFormat } from '../lib/model/machine-format';
export { MachineIdentity, type MachineIdentityOptions } from '../lib/model/machine-identity';
export {
  type AdoptedNetworkOptions,
  type AllocationPool,
  ClusterNetwork,
  type ClusterRanges,
  type ManagedNetworkOptions,
  NetworkLookup,
} from '../lib/model/network';
export type { NodeCapacity, PoolRemediation, PoolRollout } from '../lib/model/node-pool';
export type { NodeProxy } from '../lib/model/node-proxy';
export type { NodeUser } from '../lib/model/node-user';
export type { AddressPair, PortProfile, PortSettings, VnicType } from '../lib/model/port';
export { Preemptible, type PreemptibleOptions } from '../lib/model/preemptible';
export {
  type FeatureGates,
  Providers,
  type ProvidersOptions,
  type VersionProfile,
} from '../lib/model/profile';
export type {
  IPv6Mode,
  ProvisionedNetworkOptions,
  ProvisionedNetworkProps,
} from '../lib/model/provisioned-network';
export type { MirrorEndpoint, RegistryMirror } from '../lib/model/registry-mirror';
export type { RequiredSecret } from '../lib/model/required-secret';
export {
  type ExternalSecretOptions,
  type RemoteKey,
  type SealedSecretOptions,
  type SealingScope,
  SecretSource,
  type SecretSourceModel,
} from '../lib/model/secret-source';
export {
  type AdoptedSecurityGroupsOptions,
  type ManagedSecurityGroupsOptions,
  RulePeer,
  type SecurityGroupRule,
  SecurityGroups,
} from '../lib/model/security-groups';
export type { TlsSettings, TlsVersion } from '../lib/model/tls';
export { TrustedCA } from '../lib/model/trusted-ca';
export type { NodeOs } from '../lib/model/windows';
export type { AcceptedCredential } from '../lib/secrets/accepted';
export type { OutputLayout } from '../lib/synth/cluster-files';
export type { SynthSummary, UserDataSize } from '../lib/synth/fleet-synth';
export { Addon, type IAddonHost } from './addons/addon';
export { AutoscalerPlacement } from './addons/autoscaler-placement';
export { BackupCredentials } from './addons/backup-credentials';
export type { CalicoImages } from './addons/calico-images';
export { CalicoJob, type CalicoJobProps } from './addons/calico-job';
export { type CalicoDownloadOptions, CalicoManifest } from './addons/calico-manifest';
export type { InstallerRule } from './addons/calico-rights';
export { Checksum } from './addons/checksum';
export type { CinderCsiOptions, CinderStorageClass } from './addons/cinder-csi';
export type { CinderImages } from './addons/cinder-settings';
export type { CloudAccessOptions } from './addons/cloud-access';
export type { CloudConf, CloudConfSection } from './addons/cloud-conf';
export type { CloudControllerManagerOptions } from './addons/cloud-controller-manager';
export type { AutoscalerExpander, ClusterAutoscalerOptions } from './addons/cluster-autoscaler';
export { type ClusterResourceSetOptions, Delivery, type DeliveryOptions } from './addons/delivery';
export type { EtcdBackupOptions } from './addons/etcd-backup';
export type { EtcdDefragmentationOptions } from './addons/etcd-defragmentation';
export type { ExtraArgs } from './addons/extra-args';
export type { HelmChartOptions } from './addons/helm-chart';
export { ManifestSource } from './addons/manifest-source';
export type { NvidiaDevicePluginOptions } from './addons/nvidia-device-plugin';
export type { NvidiaGpuOperatorOptions } from './addons/nvidia-gpu-operator';
export type { ConstructsOptions, ManifestOptions } from './addons/own-objects';
export type { AuditProps } from './audit-props';
export type { AutoscaleProps } from './autoscale-props';
export type { BastionProps } from './bastion-props';
export type { BootstrapProps, SharedBootstrapProps } from './bootstrap-props';
export { CidrPlan, type CidrPlanProps } from './cidr-plan';
export type {
  ControlPlane,
  ControlPlaneProps,
  ControlPlaneRemediationProps,
} from './control-plane';
export type { ControlPlaneFeatureProps } from './control-plane-features';
export { Fleet } from './fleet';
export type { FleetProps } from './fleet-props';
export { FloatingIPPool, type FloatingIPPoolProps } from './floating-ip-pool';
export type { ControlPlaneKubeadmProps, KubeadmProps, KubeadmTimeouts } from './kubeadm-props';
export type { KubeletProps, SoftThreshold } from './kubelet-props';
export { MachineDrainRule, type MachineDrainRuleProps } from './machine-drain-rule';
export type { FixedIP, MachinePort } from './machine-port';
export type {
  DrainProps,
  HealthCheckProps,
  MachineProps,
  UnhealthyCondition,
} from './machine-props';
export {
  type ClusterBuilder,
  ManagementCluster,
  type ManagementClusterProps,
} from './management-cluster';
export { NodePool } from './node-pool';
export type { NodePoolProps } from './node-pool-props';
export { OpenStackCloud, type OpenStackCloudProps } from './open-stack-cloud';
export { SharedNetwork } from './shared-network';
export { WorkloadCluster } from './workload-cluster';
export type { WorkloadClusterProps } from './workload-cluster-props';

GUARD.guard(CLASSES);
