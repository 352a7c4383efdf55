import type { Composed } from '../../lib/assembly/model';
import type { AwsBastion } from '../../lib/aws/model/bastion';
import type { IgnitionBucket } from '../../lib/aws/model/bucket';
import type { AwsCluster } from '../../lib/aws/model/cluster';
import type { AwsEndpoint } from '../../lib/aws/model/endpoint';
import type { AwsIdentity } from '../../lib/aws/model/identity';
import type { AwsImage } from '../../lib/aws/model/image';
import type { AwsLookup } from '../../lib/aws/model/lookup';
import type {
  CapacityReservation,
  InstanceMetadata,
  PlacementGroup,
  UserDataStore,
} from '../../lib/aws/model/machine';
import type { AwsNetwork } from '../../lib/aws/model/network';
import type { Spot } from '../../lib/aws/model/preemptible';
import type { AwsSecurityGroups } from '../../lib/aws/model/security-groups';
import type { DataVolume, EbsVolume } from '../../lib/aws/model/volume';
import type { KubeadmCluster } from '../../lib/kubeadm/model/cluster';
import type { CloudKind } from '../cloud';

/** Props and models that AWS adds to constructs, typed by the names of an account's instance types. */
export interface AwsKind<T extends string = string> extends CloudKind {
  readonly cluster: AwsClusterProps;
  readonly controlPlane: AwsControlPlaneProps<T>;
  readonly pool: AwsPoolProps<T>;
  readonly model: AssembledAwsCluster;
}

/** Complete model of a cluster on AWS. */
export type AssembledAwsCluster = Composed<AwsCluster, KubeadmCluster>;

/** Props of clusters on AWS, in addition to the common ones. */
export interface AwsClusterProps {
  /** Network of the machines, and the address ranges of pods and services. */
  readonly network: AwsNetwork;
  /**
   * Image of machines without their own.
   *
   * @default AwsImage.lookup()
   * @see AWSMachineTemplate.spec.template.spec.ami (infrastructure.cluster.x-k8s.io)
   */
  readonly image?: AwsImage;
  /**
   * EC2 key pair of the bastion and of machines without their own.
   *
   * @default - no SSH login
   * @see AWSCluster.spec.sshKeyName (infrastructure.cluster.x-k8s.io)
   */
  readonly sshKeyName?: string;
  /**
   * Identity that Cluster API uses to create the cluster.
   *
   * @default - the account's identity
   * @see AWSCluster.spec.identityRef (infrastructure.cluster.x-k8s.io)
   */
  readonly identity?: AwsIdentity;
  /**
   * Endpoint of the API server.
   *
   * @default - an internet-facing Network Load Balancer that Cluster API creates
   * @see AWSCluster.spec.controlPlaneLoadBalancer (infrastructure.cluster.x-k8s.io)
   */
  readonly endpoint?: AwsEndpoint;
  /**
   * Security groups of the machines.
   *
   * @default - groups that Cluster API creates, with the rules that the CNI and addons need
   * @see AWSCluster.spec.network.cni.cniIngressRules (infrastructure.cluster.x-k8s.io)
   */
  readonly securityGroups?: AwsSecurityGroups;
  /**
   * Bastion host for SSH access to the machines.
   *
   * @default - no bastion
   * @see AWSCluster.spec.bastion (infrastructure.cluster.x-k8s.io)
   */
  readonly bastion?: AwsBastion;
  /**
   * S3 bucket, required for machines with `format: MachineFormat.ignition()`, which also need the provider's feature gate
   * `BootstrapFormatIgnition`.
   *
   * @default - no bucket; machines boot with cloud-init
   * @see AWSCluster.spec.s3Bucket (infrastructure.cluster.x-k8s.io)
   */
  readonly bucket?: IgnitionBucket;
  /**
   * Tags of all AWS resources that Cluster API creates.
   *
   * @default - no additional tags
   * @see AWSCluster.spec.additionalTags (infrastructure.cluster.x-k8s.io)
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Common props of control planes and node pools on AWS. */
export interface AwsMachineProps<T extends string = string> {
  /**
   * Instance type of the machines, one of the account's `instanceTypes`.
   *
   * @see AWSMachineTemplate.spec.template.spec.instanceType (infrastructure.cluster.x-k8s.io)
   */
  readonly instanceType: T;
  /**
   * Image that machines boot from.
   *
   * @default - the cluster's image
   * @see AWSMachineTemplate.spec.template.spec.ami (infrastructure.cluster.x-k8s.io)
   */
  readonly image?: AwsImage;
  /**
   * EC2 key pair for SSH login.
   *
   * @default - the cluster's key pair
   * @see AWSMachineTemplate.spec.template.spec.sshKeyName (infrastructure.cluster.x-k8s.io)
   */
  readonly sshKeyName?: string;
  /**
   * Root volume.
   *
   * @default - the image's root volume
   * @see AWSMachineTemplate.spec.template.spec.rootVolume (infrastructure.cluster.x-k8s.io)
   */
  readonly rootVolume?: EbsVolume;
  /**
   * Data volumes in addition to the root volume.
   *
   * @default - no data volumes
   * @see AWSMachineTemplate.spec.template.spec.nonRootVolumes (infrastructure.cluster.x-k8s.io)
   */
  readonly dataVolumes?: readonly DataVolume[];
  /**
   * Existing instance profile, which gives workloads on the machines permissions in AWS.
   *
   * @default - the profile that `clusterawsadm` creates for control planes, or for nodes
   * @see AWSMachineTemplate.spec.template.spec.iamInstanceProfile (infrastructure.cluster.x-k8s.io)
   */
  readonly instanceProfile?: string;
  /**
   * Access of workloads to the instance metadata, which includes the credentials of the instance profile.
   *
   * @default - token required, not available to pods outside the host network
   * @see AWSMachineTemplate.spec.template.spec.instanceMetadataOptions (infrastructure.cluster.x-k8s.io)
   */
  readonly instanceMetadata?: InstanceMetadata;
  /**
   * Existing security groups in addition to the cluster's.
   *
   * @default - only the cluster's groups
   * @see AWSMachineTemplate.spec.template.spec.additionalSecurityGroups (infrastructure.cluster.x-k8s.io)
   */
  readonly securityGroups?: readonly AwsLookup[];
  /**
   * Subnet of the machines.
   *
   * @default - a private subnet of the cluster in the machine's zone
   * @see AWSMachineTemplate.spec.template.spec.subnet (infrastructure.cluster.x-k8s.io)
   */
  readonly subnet?: AwsLookup;
  /**
   * Whether machines are in a public subnet and have a public IP address.
   *
   * @default false
   * @see AWSMachineTemplate.spec.template.spec.publicIP (infrastructure.cluster.x-k8s.io)
   */
  readonly publicIp?: boolean;
  /**
   * Tags of the instances and their volumes.
   *
   * @default - only the cluster's tags
   * @see AWSMachineTemplate.spec.template.spec.additionalTags (infrastructure.cluster.x-k8s.io)
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Existing placement group of the instances.
   *
   * @default - no placement group
   * @see AWSMachineTemplate.spec.template.spec.placementGroupName (infrastructure.cluster.x-k8s.io)
   */
  readonly placementGroup?: PlacementGroup;
  /**
   * Whether the instances run on hardware dedicated to the account.
   *
   * @default false
   * @see AWSMachineTemplate.spec.template.spec.tenancy (infrastructure.cluster.x-k8s.io)
   */
  readonly dedicated?: boolean;
  /**
   * Capacity reservation of the machines.
   *
   * @default - no capacity reservation
   * @see AWSMachineTemplate.spec.template.spec.capacityReservationId (infrastructure.cluster.x-k8s.io)
   */
  readonly capacityReservation?: CapacityReservation;
  /**
   * Whether the network interface of the machines is an Elastic Fabric Adapter.
   *
   * @default false
   * @see AWSMachineTemplate.spec.template.spec.networkInterfaceType (infrastructure.cluster.x-k8s.io)
   */
  readonly efa?: boolean;
  /**
   * Store of a machine's bootstrap data until the machine has fetched it.
   *
   * The data contains the keys of the cluster's CAs on a control plane, and the join token on other machines. With `user-data`
   * anyone who may describe instances can read it, and EC2 limits it to 16 KiB.
   *
   * @default - AWS Secrets Manager
   * @see AWSMachineTemplate.spec.template.spec.cloudInit.secureSecretsBackend (infrastructure.cluster.x-k8s.io)
   */
  readonly userDataStore?: UserDataStore;
}

/** Props of control planes on AWS. Their machines are spread over the zones of the cluster's private subnets. */
export interface AwsControlPlaneProps<T extends string = string> extends AwsMachineProps<T> {}

/** Props of node pools on AWS, in addition to the common ones. */
export interface AwsPoolProps<T extends string = string> extends AwsMachineProps<T> {
  /**
   * Spot options of the machines; needs `healthCheck`.
   *
   * @default - on-demand instances
   */
  readonly preemptible?: Spot;
}
