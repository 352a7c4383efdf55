import type { MachineModel } from '../../cluster/model/machine';
import type { AwsImageModel } from './image';
import type { AwsLookupModel } from './lookup';
import type { DataVolume, EbsVolume } from './volume';

/** Access to the EC2 instance metadata service, which serves the instance's credentials among other data. */
export interface InstanceMetadata {
  /**
   * Whether requests need a session token (IMDSv2), which protects against server-side request forgery.
   *
   * @default 'required'
   * @see AWSMachineTemplate.spec.template.spec.instanceMetadataOptions.httpTokens (infrastructure.cluster.x-k8s.io)
   */
  readonly tokens?: 'required' | 'optional';
  /**
   * Hop limit of the token response. With 1, pods outside the host network cannot get the machine's credentials; with 2 they
   * can.
   *
   * @default 1
   * @see AWSMachineTemplate.spec.template.spec.instanceMetadataOptions.httpPutResponseHopLimit (infrastructure.cluster.x-k8s.io)
   */
  readonly hopLimit?: number;
}

/** Defaults of {@link InstanceMetadata}. */
export const INSTANCE_METADATA_DEFAULTS = Object.freeze({
  tokens: 'required',
  hopLimit: 1,
} as const);

/** Placement group of EC2 instances. */
export interface PlacementGroup {
  /**
   * Name of an existing group.
   *
   * @see AWSMachineTemplate.spec.template.spec.placementGroupName (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Partition number, 1 to 7, in a partition placement group.
   *
   * @default - a partition that EC2 chooses
   * @see AWSMachineTemplate.spec.template.spec.placementGroupPartition (infrastructure.cluster.x-k8s.io)
   */
  readonly partition?: number;
}

/** Capacity reservation. */
export interface CapacityReservation {
  /**
   * ID of the reservation, such as `cr-0a1b2c3d4e5f60718`.
   *
   * @see AWSMachineTemplate.spec.template.spec.capacityReservationId (infrastructure.cluster.x-k8s.io)
   */
  readonly id: string;
  /**
   * Whether the reservation is a Capacity Block, which exists for accelerated instances.
   *
   * @default false
   * @see AWSMachineTemplate.spec.template.spec.marketType (infrastructure.cluster.x-k8s.io)
   */
  readonly capacityBlock?: boolean;
}

/** Where the provider stores a machine's bootstrap data until the machine has fetched it. */
export type UserDataStore = 'secrets-manager' | 'ssm-parameter-store' | 'user-data';

/** Instance profiles that `clusterawsadm bootstrap iam` creates. */
export const INSTANCE_PROFILES = Object.freeze({
  controlPlane: 'control-plane.cluster-api-provider-aws.sigs.k8s.io',
  workers: 'nodes.cluster-api-provider-aws.sigs.k8s.io',
});

/** Machines of a cluster on EC2 instances. */
export interface AwsMachine extends MachineModel {
  /** Name of the instance type. */
  readonly size: string;
  /** Root volume; absent for the image's own. */
  readonly rootVolume?: EbsVolume | undefined;
  /** Data volumes, if any. */
  readonly dataVolumes?: readonly DataVolume[] | undefined;
  /** Image that the machine boots from. */
  readonly image: AwsImageModel;
  /** Instance profile, which gives workloads on the machine permissions in AWS. */
  readonly instanceProfile: string;
  /** Access to the instance metadata. */
  readonly instanceMetadata: Required<InstanceMetadata>;
  /** Security groups in addition to those of the cluster. */
  readonly securityGroups: readonly AwsLookupModel[];
  /** Subnet of the machines; absent for one of the cluster's subnets in their zone. */
  readonly subnet?: AwsLookupModel | undefined;
  /** Whether machines get a public IP address; absent means false. */
  readonly publicIp?: boolean | undefined;
  /** Tags of the instances and their volumes. */
  readonly tags: Readonly<Record<string, string>>;
  /** Placement group, if any. */
  readonly placementGroup?: PlacementGroup | undefined;
  /** Whether instances run on hardware dedicated to the account; absent means false. */
  readonly dedicated?: boolean | undefined;
  /** Capacity reservation of the machines, if any. */
  readonly capacityReservation?: CapacityReservation | undefined;
  /** Whether the machine has an Elastic Fabric Adapter; absent means false. */
  readonly efa?: boolean | undefined;
  /** Where bootstrap data is stored until the machine has fetched it; absent for AWS Secrets Manager. */
  readonly userDataStore?: UserDataStore | undefined;
  /** Whether the machine boots with Ignition; absent for cloud-init. */
  readonly ignition?: boolean | undefined;
}
