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

/** What AWS adds to constructs, with the names of an account's instance types. */
export interface AwsKind<T extends string = string> extends CloudKind {
  readonly cluster: AwsClusterProps;
  readonly controlPlane: AwsControlPlaneProps<T>;
  readonly pool: AwsPoolProps<T>;
  readonly model: AssembledAwsCluster;
}

/** Cluster on AWS with everything that is known of it. */
export type AssembledAwsCluster = Composed<AwsCluster, KubeadmCluster>;

/** Props of clusters on AWS, besides those that clusters have everywhere. */
export interface AwsClusterProps {
  /** Network of the machines, and the address ranges inside the cluster. */
  readonly network: AwsNetwork;
  /**
   * Image of machines that name none themselves.
   *
   * @default AwsImage.lookup()
   * @see AWSMachineTemplate.spec.template.spec.ami (infrastructure.cluster.x-k8s.io)
   */
  readonly image?: AwsImage;
  /**
   * Key pair of EC2 of machines that name none themselves, and of the bastion.
   *
   * @default - nobody may log in by SSH
   * @see AWSCluster.spec.sshKeyName (infrastructure.cluster.x-k8s.io)
   */
  readonly sshKeyName?: string;
  /**
   * Identity with whose rights Cluster API makes the cluster.
   *
   * @default - the account's identity
   * @see AWSCluster.spec.identityRef (infrastructure.cluster.x-k8s.io)
   */
  readonly identity?: AwsIdentity;
  /**
   * How the API server is reached.
   *
   * @default - a network load balancer that faces the internet, made by Cluster API
   * @see AWSCluster.spec.controlPlaneLoadBalancer (infrastructure.cluster.x-k8s.io)
   */
  readonly endpoint?: AwsEndpoint;
  /**
   * Security groups of the machines.
   *
   * @default - groups made by Cluster API with the rules that network plugin and addons need
   * @see AWSCluster.spec.network.cni.cniIngressRules (infrastructure.cluster.x-k8s.io)
   */
  readonly securityGroups?: AwsSecurityGroups;
  /**
   * Instance through which operators reach the machines by SSH.
   *
   * @default - no such instance
   * @see AWSCluster.spec.bastion (infrastructure.cluster.x-k8s.io)
   */
  readonly bastion?: AwsBastion;
  /**
   * Bucket of S3 that machines with `format: MachineFormat.ignition()` need. The provider has a feature gate for it,
   * `BootstrapFormatIgnition`.
   *
   * @default - machines start by cloud-init
   * @see AWSCluster.spec.s3Bucket (infrastructure.cluster.x-k8s.io)
   */
  readonly bucket?: IgnitionBucket;
  /**
   * Tags of everything that Cluster API makes in AWS.
   *
   * @default - no tags of your own
   * @see AWSCluster.spec.additionalTags (infrastructure.cluster.x-k8s.io)
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Props that control planes and node pools have in common on AWS. */
export interface AwsMachineProps<T extends string = string> {
  /**
   * Instance type of the machines, one of the account's table.
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
   * Key pair of EC2 that may log in by SSH.
   *
   * @default - the cluster's key pair
   * @see AWSMachineTemplate.spec.template.spec.sshKeyName (infrastructure.cluster.x-k8s.io)
   */
  readonly sshKeyName?: string;
  /**
   * Volume to boot from.
   *
   * @default - the image's own
   * @see AWSMachineTemplate.spec.template.spec.rootVolume (infrastructure.cluster.x-k8s.io)
   */
  readonly rootVolume?: EbsVolume;
  /**
   * Volumes besides the one that machines boot from.
   *
   * @default - no other volumes
   * @see AWSMachineTemplate.spec.template.spec.nonRootVolumes (infrastructure.cluster.x-k8s.io)
   */
  readonly dataVolumes?: readonly DataVolume[];
  /**
   * Instance profile, which exists, by which what runs on the machines has rights in AWS.
   *
   * @default - the one that `clusterawsadm` makes for control planes, or for nodes
   * @see AWSMachineTemplate.spec.template.spec.iamInstanceProfile (infrastructure.cluster.x-k8s.io)
   */
  readonly instanceProfile?: string;
  /**
   * How what runs on the machines reaches their metadata, the credentials of the instance profile among that.
   *
   * @default - with a token, which pods of their own network cannot get
   * @see AWSMachineTemplate.spec.template.spec.instanceMetadataOptions (infrastructure.cluster.x-k8s.io)
   */
  readonly instanceMetadata?: InstanceMetadata;
  /**
   * Security groups, which exist, besides the cluster's.
   *
   * @default - the cluster's groups alone
   * @see AWSMachineTemplate.spec.template.spec.additionalSecurityGroups (infrastructure.cluster.x-k8s.io)
   */
  readonly securityGroups?: readonly AwsLookup[];
  /**
   * Subnet of the machines.
   *
   * @default - a private subnet of the cluster in the zone of the machine
   * @see AWSMachineTemplate.spec.template.spec.subnet (infrastructure.cluster.x-k8s.io)
   */
  readonly subnet?: AwsLookup;
  /**
   * Whether machines are in a public subnet and have a public address.
   *
   * @default false
   * @see AWSMachineTemplate.spec.template.spec.publicIP (infrastructure.cluster.x-k8s.io)
   */
  readonly publicIp?: boolean;
  /**
   * Tags of the instances and their volumes.
   *
   * @default - the cluster's tags alone
   * @see AWSMachineTemplate.spec.template.spec.additionalTags (infrastructure.cluster.x-k8s.io)
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Group, which exists, that says where EC2 places the instances.
   *
   * @default - EC2 places them freely
   * @see AWSMachineTemplate.spec.template.spec.placementGroupName (infrastructure.cluster.x-k8s.io)
   */
  readonly placementGroup?: PlacementGroup;
  /**
   * Whether the hosts of the instances have none of another account.
   *
   * @default false
   * @see AWSMachineTemplate.spec.template.spec.tenancy (infrastructure.cluster.x-k8s.io)
   */
  readonly dedicated?: boolean;
  /**
   * Capacity that was reserved for the machines.
   *
   * @default - what EC2 has left
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
   * Where the configuration of a machine is until the machine has fetched it.
   *
   * It holds the keys of the cluster's authorities on a control plane, and the token to join on others. With `user-data`
   * whoever may describe instances reads it, and EC2 takes 16 KiB.
   *
   * @default - AWS Secrets Manager
   * @see AWSMachineTemplate.spec.template.spec.cloudInit.secureSecretsBackend (infrastructure.cluster.x-k8s.io)
   */
  readonly userDataStore?: UserDataStore;
}

/** Props of control planes on AWS, which are spread over the zones of the cluster's private subnets. */
export interface AwsControlPlaneProps<T extends string = string> extends AwsMachineProps<T> {}

/** Props of node pools on AWS, besides those that pools have everywhere. */
export interface AwsPoolProps<T extends string = string> extends AwsMachineProps<T> {
  /**
   * What makes the machines spot instances; needs `healthCheck`.
   *
   * @default - instances that stay
   */
  readonly preemptible?: Spot;
}
