import { GUARD } from '../lib/input/input-guard';
import { CLASSES } from './classes.generated';

export type {
  AddonContext,
  AddonParts,
  AddonPlace,
  DescribeAddon,
} from '../lib/addons/catalogue/addon-parts';
export { AutoscalerPlacement } from '../lib/addons/catalogue/autoscaler-placement';
export type { CalicoImages } from '../lib/addons/catalogue/calico-images';
export {
  type CalicoDownloadOptions,
  CalicoManifest,
} from '../lib/addons/catalogue/calico-manifest';
export type { InstallerRule } from '../lib/addons/catalogue/calico-rights';
export { Checksum } from '../lib/addons/catalogue/checksum';
export type {
  AutoscalerExpander,
  ClusterAutoscalerOptions,
} from '../lib/addons/catalogue/cluster-autoscaler';
export type { CsiStorageClass } from '../lib/addons/catalogue/csi-storage';
export {
  type ClusterResourceSetOptions,
  Delivery,
  type DeliveryOptions,
} from '../lib/addons/catalogue/delivery';
export type { ExtraArgs } from '../lib/addons/catalogue/extra-args';
export type { HelmChartOptions } from '../lib/addons/catalogue/helm-chart';
export { ManifestSource } from '../lib/addons/catalogue/manifest-source';
export type { NvidiaDevicePluginOptions } from '../lib/addons/catalogue/nvidia-device-plugin';
export type { NvidiaGpuOperatorOptions } from '../lib/addons/catalogue/nvidia-gpu-operator';
export type { ConstructsOptions, ManifestOptions } from '../lib/addons/catalogue/own-objects';
export type { DeliveryStrategy } from '../lib/addons/model/addon';
export {
  type CalicoEncapsulation,
  type CalicoNetworkOptions,
  type CiliumNetworkOptions,
  type CiliumRouting,
  Cni,
} from '../lib/addons/model/cni';
export { RulePeer, type SecurityGroupRule } from '../lib/addons/model/firewall-rule';
export type { HelmFlags, HelmValue, HelmValues } from '../lib/addons/model/helm-chart';
export type { AssembledCluster as ClusterModel } from '../lib/assembly/model';
export {
  type InfrastructureName,
  type InfrastructureVersions,
  Providers,
  type ProvidersOptions,
  type StableProvidersOptions,
} from '../lib/assembly/providers';
export type { RequiredSecret } from '../lib/assembly/required-secret';
export type { AwsCloudControllerManagerOptions } from '../lib/aws/addons/cloud-controller-manager';
export type { EbsCsiOptions, EbsStorageClass } from '../lib/aws/addons/ebs-csi';
export type { EbsImages } from '../lib/aws/addons/ebs-settings';
export type { AwsBastion } from '../lib/aws/model/bastion';
export type { IgnitionBucket } from '../lib/aws/model/bucket';
export type { InstanceType } from '../lib/aws/model/cloud';
export {
  AwsEndpoint,
  type AwsExternalEndpointOptions,
  type AwsHealthCheck,
  type AwsManagedEndpointOptions,
} from '../lib/aws/model/endpoint';
export {
  AwsIdentity,
  type AwsIdentityOptions,
  type AwsRoleOptions,
  type AwsStaticOptions,
} from '../lib/aws/model/identity';
export { AwsImage, type AwsImageLookupOptions } from '../lib/aws/model/image';
export { type AwsFilter, AwsLookup } from '../lib/aws/model/lookup';
export type {
  CapacityReservation,
  InstanceMetadata,
  PlacementGroup,
  UserDataStore,
} from '../lib/aws/model/machine';
export {
  type AwsAdoptedNetworkOptions,
  type AwsManagedNetworkOptions,
  AwsNetwork,
  type AwsNetworkOptions,
  type AwsSubnet,
} from '../lib/aws/model/network';
export { Spot, type SpotOptions } from '../lib/aws/model/preemptible';
export {
  type AwsAdoptedGroups,
  type AwsManagedGroupsOptions,
  AwsSecurityGroups,
} from '../lib/aws/model/security-groups';
export type { DataVolume, EbsVolume, EbsVolumeType } from '../lib/aws/model/volume';
export type {
  AzureCloudControllerManagerOptions,
  AzureCloudImages,
} from '../lib/azure/addons/cloud-controller-manager';
export type { AzureDiskCsiOptions, AzureDiskStorageClass } from '../lib/azure/addons/disk-csi';
export type { AzureDiskImages } from '../lib/azure/addons/disk-settings';
export type { AzureBastion } from '../lib/azure/model/bastion';
export { AzureBootDiagnostics } from '../lib/azure/model/boot-diagnostics';
export type { AzureEnvironment, AzureVmSize } from '../lib/azure/model/cloud';
export type {
  AzureDataDisk,
  AzureDisk,
  AzureDiskCaching,
  AzureDiskController,
  AzureOsDisk,
  AzureStorageType,
} from '../lib/azure/model/disk';
export {
  AzureEndpoint,
  type AzureEndpointOptions,
  type AzureInternalEndpointOptions,
  type AzureLoadBalancerPort,
  type AzurePublicEndpointOptions,
} from '../lib/azure/model/endpoint';
export { AzureEtcdDisk, type AzureEtcdDiskOptions } from '../lib/azure/model/etcd-disk';
export {
  type AdoptedAzureIdentityOptions,
  type AzureCertificateFileOptions,
  type AzureCredentialsFileOptions,
  AzureIdentity,
  type AzureIdentityOptions,
  type AzureSecretIdentityOptions,
} from '../lib/azure/model/identity';
export {
  type AzureGalleryImageOptions,
  AzureImage,
  type AzureImagePlan,
  type AzureMarketplaceImageOptions,
} from '../lib/azure/model/image';
export {
  AzureMachineIdentity,
  type AzureSystemIdentityOptions,
} from '../lib/azure/model/machine-identity';
export {
  type AzureAdoptedNetworkOptions,
  type AzureAdoptedSubnet,
  type AzureManagedNetworkOptions,
  type AzureManagedSubnet,
  type AzureNatGateway,
  AzureNetwork,
  type AzureNetworkOptions,
  type AzurePeering,
  type AzureSubnet,
  type AzureSubnetRole,
} from '../lib/azure/model/network';
export type { AzureOutbound } from '../lib/azure/model/outbound';
export { AzureSpot, type AzureSpotOptions } from '../lib/azure/model/preemptible';
export { AzurePrivateDns, type AzurePrivateDnsOptions } from '../lib/azure/model/private-dns';
export type { AzureSecurityProfile } from '../lib/azure/model/security-profile';
export type { AzureSecurityRule } from '../lib/azure/model/security-rule';
export { type Issue, SynthError, ValidationError } from '../lib/base/errors';
export { type Call, type Change, type Fix, fixText } from '../lib/base/fix';
export type { Manifest } from '../lib/base/manifest';
export type { AutoscaleBounds, AutoscaleSettings } from '../lib/cluster/model/autoscale';
export type { TemplateNames } from '../lib/cluster/model/cluster';
export type { ClusterPart } from '../lib/cluster/model/cluster-part';
export type { ClusterRanges } from '../lib/cluster/model/cluster-ranges';
export type { ConditionGate, MachineNaming } from '../lib/cluster/model/condition-gate';
export type { ControlPlaneRollout } from '../lib/cluster/model/control-plane';
export {
  DrainBehavior,
  type LabelExpression,
  type LabelSelector,
  type PodSelector,
} from '../lib/cluster/model/drain-rule';
export { Gpu, type GpuOptions } from '../lib/cluster/model/gpu';
export type { KubeVipLease, KubeVipOptions } from '../lib/cluster/model/kube-vip';
export type {
  EvictionSignal,
  EvictionThresholds,
  KubeletSettings,
  ReservedResources,
} from '../lib/cluster/model/kubelet';
export type { Taint } from '../lib/cluster/model/machine';
export type { MachineSize, SizeGpu, SizeGpu as FlavorGpu } from '../lib/cluster/model/machine-size';
export type { NodeCapacity, PoolRemediation, PoolRollout } from '../lib/cluster/model/node-pool';
export type { PodSecurityDefaults, PodSecurityLevel } from '../lib/cluster/model/pod-security';
export type { FeatureGates, VersionProfile } from '../lib/cluster/model/profile';
export type { NodeOs } from '../lib/cluster/model/windows';
export type { DevBackend, DevLoadBalancerImage, DevMount, DevPart } from '../lib/dev/model/cluster';
export type { CidrPool, PlannedRanges } from '../lib/fleet/model/cidr-plan';
export type { HCloudCloudControllerManagerOptions } from '../lib/hetzner/addons/cloud-controller-manager';
export type { HCloudCsiImages } from '../lib/hetzner/addons/csi-settings';
export type {
  HCloudCsiOptions,
  HCloudStorageClass,
  VolumePassphrase,
} from '../lib/hetzner/addons/hcloud-csi';
export type { TokenAccessOptions } from '../lib/hetzner/addons/token-access';
export type { ServerType } from '../lib/hetzner/model/cloud';
export {
  type BalancerService,
  type HetznerBalancerOptions,
  HetznerEndpoint,
  type HetznerExternalEndpointOptions,
} from '../lib/hetzner/model/endpoint';
export {
  BalancerHealthCheck,
  type BalancerHttpProbeOptions,
  type BalancerProbeOptions,
} from '../lib/hetzner/model/health-check';
export {
  HetznerSecret,
  type HetznerSecretKeys,
  type HetznerSecretOptions,
  type SourcedHetznerSecretOptions,
} from '../lib/hetzner/model/hetzner-secret';
export { HCloudImage } from '../lib/hetzner/model/image';
export type { PublicNetwork } from '../lib/hetzner/model/machine';
export { type HetznerManagedNetworkOptions, HetznerNetwork } from '../lib/hetzner/model/network';
export type { HetznerRegion } from '../lib/hetzner/model/region';
export { RescueKey, type RescueKeyOptions } from '../lib/hetzner/model/rescue-key';
export { BackupCredentials } from '../lib/kubeadm/addons/backup-credentials';
export type { EtcdBackupOptions } from '../lib/kubeadm/addons/etcd-backup';
export type { EtcdDefragmentationOptions } from '../lib/kubeadm/addons/etcd-defragmentation';
export type { AdmissionSettings } from '../lib/kubeadm/model/admission';
export type { AuditLog, AuditMode, AuditWebhook } from '../lib/kubeadm/model/audit';
export {
  type AuditLevel,
  AuditPolicy,
  type AuditPolicyOptions,
  type AuditResources,
  type AuditRule,
  type AuditStage,
} from '../lib/kubeadm/model/audit-policy';
export {
  Authentication,
  type IssuersOptions,
  type OidcOptions,
} from '../lib/kubeadm/model/authentication';
export type { NodeFile, NtpModel, SecretKey } from '../lib/kubeadm/model/bootstrap';
export type {
  AuthoritySecrets,
  CertificateSettings,
  KeyAlgorithm,
} from '../lib/kubeadm/model/certificates';
export type { DnsImage } from '../lib/kubeadm/model/control-plane-features';
export type { DiskFilesystem, DiskPartition, DiskSetup } from '../lib/kubeadm/model/disk-setup';
export {
  EncryptionAtRest,
  type EncryptionCipher,
  type EncryptionKey,
  type EncryptionKeysOptions,
  type EncryptionOptions,
  type KmsOptions,
} from '../lib/kubeadm/model/encryption';
export {
  Etcd,
  type EtcdTuning,
  type EtcdVolume,
  type ExternalEtcdOptions,
  type LocalEtcdOptions,
} from '../lib/kubeadm/model/etcd';
export type { Gates, KubernetesFeatureGates } from '../lib/kubeadm/model/feature-gates';
export type { HostPathType, HostVolume } from '../lib/kubeadm/model/host-volume';
export {
  ClaimMapping,
  type JwtIssuer,
  type ValidationExpression,
} from '../lib/kubeadm/model/jwt-issuer';
export {
  KubeProxy,
  type KubeProxyConntrack,
  type KubeProxyIpvs,
  type KubeProxyMode,
  type KubeProxyOptions,
} from '../lib/kubeadm/model/kube-proxy';
export type {
  ImagePullPolicy,
  KubeadmInitSettings,
  KubeadmSettings,
} from '../lib/kubeadm/model/kubeadm';
export {
  KubeadmPatch,
  type PatchOperation,
  type PatchTarget,
} from '../lib/kubeadm/model/kubeadm-patch';
export { type IgnitionOptions, MachineFormat } from '../lib/kubeadm/model/machine-format';
export type { NodeProxy } from '../lib/kubeadm/model/node-proxy';
export type { NodeUser } from '../lib/kubeadm/model/node-user';
export type { MirrorEndpoint, RegistryMirror } from '../lib/kubeadm/model/registry-mirror';
export type { TlsSettings, TlsVersion } from '../lib/kubeadm/model/tls';
export { TrustedCA } from '../lib/kubeadm/model/trusted-ca';
export type { CinderCsiOptions, CinderStorageClass } from '../lib/openstack/addons/cinder-csi';
export type { CinderImages } from '../lib/openstack/addons/cinder-settings';
export type { CloudAccessOptions } from '../lib/openstack/addons/cloud-access';
export type { CloudConf, CloudConfSection } from '../lib/openstack/addons/cloud-conf';
export type { CloudControllerManagerOptions } from '../lib/openstack/addons/cloud-controller-manager';
export {
  BlockDevice,
  type LocalDeviceOptions,
  type VolumeDeviceOptions,
} from '../lib/openstack/model/block-device';
export { ExternalNetwork, type Flavor, type ImageUpload } from '../lib/openstack/model/cloud';
export type {
  ApplicationCredentialOptions,
  CloudEntryOptions,
  ClusterIdentityOptions,
  IdentityCredentialsOptions,
  OwnCredentialOptions,
  PlaintextCredentialsOptions,
  SecretCredentialsOptions,
  SourcedCredentialsOptions,
} from '../lib/openstack/model/credential-options';
export { CloudCredentials } from '../lib/openstack/model/credentials';
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
} from '../lib/openstack/model/endpoint';
export type { ReclaimPolicy } from '../lib/openstack/model/floating-ip-pool';
export type { HandOver, HandOverIds } from '../lib/openstack/model/hand-over';
export type { LookupFilter } from '../lib/openstack/model/lookup';
export { MachineImage, type RootVolume, ServerGroup } from '../lib/openstack/model/machine';
export {
  MachineIdentity,
  type MachineIdentityOptions,
} from '../lib/openstack/model/machine-identity';
export {
  type AdoptedNetworkOptions,
  ClusterNetwork,
  type ExternalRouterIP,
  type ManagedNetworkOptions,
} from '../lib/openstack/model/network';
export { type AllocationPool, NetworkLookup } from '../lib/openstack/model/network-lookup';
export type { AddressPair, PortProfile, PortSettings, VnicType } from '../lib/openstack/model/port';
export { Preemptible, type PreemptibleOptions } from '../lib/openstack/model/preemptible';
export type {
  IPv6Mode,
  ProvisionedNetworkOptions,
  ProvisionedNetworkProps,
} from '../lib/openstack/model/provisioned-network';
export {
  type AdoptedSecurityGroupsOptions,
  type ManagedSecurityGroupsOptions,
  SecurityGroups,
} from '../lib/openstack/model/security-groups';
export type { OutputLayout } from '../lib/output/cluster-files';
export type { FleetFile, PlacedObject } from '../lib/output/fleet-file';
export type { SynthSummary, UserDataSize } from '../lib/output/synth-summary';
export {
  type ExternalSecretOptions,
  type RemoteKey,
  type SealedSecretOptions,
  type SealingScope,
  SecretSource,
  type SecretSourceModel,
} from '../lib/secrets/model/secret-source';
export type { AcceptedCredential } from '../lib/secrets/scan/accepted';
export type { AccountAccessOptions } from '../lib/vsphere/addons/account-access';
export type { VSphereCloudControllerOptions } from '../lib/vsphere/addons/cloud-controller-manager';
export type { VSphereCsiImages } from '../lib/vsphere/addons/csi-settings';
export type { VSphereCsiOptions, VSphereStorageClass } from '../lib/vsphere/addons/vsphere-csi';
export { VCenterCertificate } from '../lib/vsphere/model/certificate';
export type { VmPlacement, VmSize } from '../lib/vsphere/model/cloud';
export type { DataDisk } from '../lib/vsphere/model/data-disk';
export {
  GivenEndpoint,
  type GivenExternalOptions,
  type GivenVirtualIpOptions,
} from '../lib/vsphere/model/endpoint';
export {
  type SourcedIdentityOptions,
  VSphereIdentity,
  type VSphereIdentityOptions,
} from '../lib/vsphere/model/identity';
export {
  type AddressPool,
  type DhcpOptions,
  NetworkDevice,
  type NetworkDeviceOptions,
} from '../lib/vsphere/model/network';
export { type PassthroughOptions, PciDevice } from '../lib/vsphere/model/pci-device';
export { PowerOff, type TrySoftOptions } from '../lib/vsphere/model/power-off';
export { type LinkedCloneOptions, VmTemplate } from '../lib/vsphere/model/template';
export {
  type ExistingZonesOptions,
  type VSphereZone,
  VSphereZones,
  type ZoneHosts,
  type ZoneTag,
} from '../lib/vsphere/model/zones';
export { Addon, type IAddonHost } from './addons/addon';
export { CalicoJob, type CalicoJobProps } from './addons/calico-job';
export type { AuditProps } from './audit-props';
export type { AutoscaleProps } from './autoscale-props';
export { AwsAccount, type AwsAccountProps } from './aws/aws-account';
export type {
  AwsClusterProps,
  AwsControlPlaneProps,
  AwsKind,
  AwsMachineProps,
  AwsPoolProps,
} from './aws/aws-kind';
export type {
  AzureClusterProps,
  AzureControlPlaneProps,
  AzureKind,
  AzureMachineProps,
  AzurePoolProps,
} from './azure/azure-kind';
export {
  AzureSubscription,
  type AzureSubscriptionProps,
} from './azure/azure-subscription';
export type { BootstrapProps, SharedBootstrapProps } from './bootstrap-props';
export { CidrPlan, type CidrPlanProps } from './cidr-plan';
export type { AnyCloud, CloudKind, ICloud } from './cloud';
export type { DeliveredObjectQuery } from './cluster-handles';
export type { ControlPlane } from './control-plane';
export type { ControlPlaneFeatureProps } from './control-plane-features';
export type {
  CommonControlPlaneProps,
  ControlPlaneProps,
  ControlPlaneRemediationProps,
} from './control-plane-props';
export { DevCloud, type DevCloudProps } from './dev/dev-cloud';
export type { DevClusterProps, DevKind, DevMachineProps, DevStartup } from './dev/dev-kind';
export { Fleet } from './fleet';
export type { FleetProps } from './fleet-props';
export type {
  HetznerClusterProps,
  HetznerKind,
  HetznerMachineProps,
} from './hetzner/hetzner-kind';
export { HetznerProject, type HetznerProjectProps } from './hetzner/hetzner-project';
export type { ControlPlaneKubeadmProps, KubeadmProps, KubeadmTimeouts } from './kubeadm-props';
export type { KubeletProps, SoftThreshold } from './kubelet-props';
export { MachineDrainRule, type MachineDrainRuleProps } from './machine-drain-rule';
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
export type { CommonNodePoolProps, NodePoolProps } from './node-pool-props';
export type { BastionProps } from './openstack/bastion-props';
export { FloatingIPPool, type FloatingIPPoolProps } from './openstack/floating-ip-pool';
export type { FixedIP, MachinePort } from './openstack/machine-port';
export { OpenStackCloud, type OpenStackCloudProps } from './openstack/open-stack-cloud';
export type {
  OpenStackClusterProps,
  OpenStackControlPlaneProps,
  OpenStackKind,
  OpenStackMachineProps,
  OpenStackPoolProps,
} from './openstack/open-stack-kind';
export { SharedNetwork } from './openstack/shared-network';
export { VCenter, type VCenterProps } from './vsphere/vcenter';
export type {
  VSphereClusterProps,
  VSphereKind,
  VSphereMachineProps,
  VSphereNetworkProps,
} from './vsphere/vsphere-kind';
export { WorkloadCluster } from './workload-cluster';
export type { CommonClusterProps, WorkloadClusterProps } from './workload-cluster-props';

GUARD.guard(CLASSES);
