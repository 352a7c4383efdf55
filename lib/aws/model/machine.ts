import type { MachineModel } from '../../cluster/model/machine';
import type { AwsImageModel } from './image';
import type { AwsLookupModel } from './lookup';
import type { DataVolume, EbsVolume } from './volume';

/** How programs on a machine reach what EC2 tells it of itself, its credentials among that. */
export interface InstanceMetadata {
  /**
   * Whether they have to fetch a token first, which keeps requests away that a program is tricked into.
   *
   * @default 'required'
   * @see AWSMachineTemplate.spec.template.spec.instanceMetadataOptions.httpTokens (infrastructure.cluster.x-k8s.io)
   */
  readonly tokens?: 'required' | 'optional';
  /**
   * Hops that the answer with the token goes: 1 keeps pods of their own network away from the credentials of machines, 2
   * lets them have these.
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

/** Group that says where EC2 places instances. */
export interface PlacementGroup {
  /**
   * Name of the group, which exists.
   *
   * @see AWSMachineTemplate.spec.template.spec.placementGroupName (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Number of the partition, 1 to 7, in a group of partitions.
   *
   * @default - one that EC2 chooses
   * @see AWSMachineTemplate.spec.template.spec.placementGroupPartition (infrastructure.cluster.x-k8s.io)
   */
  readonly partition?: number;
}

/** Capacity that was reserved. */
export interface CapacityReservation {
  /**
   * Identifier of the reservation, such as `cr-0a1b2c3d4e5f60718`.
   *
   * @see AWSMachineTemplate.spec.template.spec.capacityReservationId (infrastructure.cluster.x-k8s.io)
   */
  readonly id: string;
  /**
   * Whether it is a Capacity Block, as accelerated instances have them.
   *
   * @default false
   * @see AWSMachineTemplate.spec.template.spec.marketType (infrastructure.cluster.x-k8s.io)
   */
  readonly capacityBlock?: boolean;
}

/** Where the provider puts the configuration of a machine until that has fetched it. */
export type UserDataStore = 'secrets-manager' | 'ssm-parameter-store' | 'user-data';

/** Instance profiles that `clusterawsadm bootstrap iam` makes. */
export const INSTANCE_PROFILES = Object.freeze({
  controlPlane: 'control-plane.cluster-api-provider-aws.sigs.k8s.io',
  workers: 'nodes.cluster-api-provider-aws.sigs.k8s.io',
});

/** Instances of EC2 as machines of a cluster. */
export interface AwsMachine extends MachineModel {
  /** Name of the instance type. */
  readonly size: string;
  /** Volume to boot from, in place of the image's own. */
  readonly rootVolume?: EbsVolume | undefined;
  /** Volumes besides; absent for none. */
  readonly dataVolumes?: readonly DataVolume[] | undefined;
  /** Image that the machine boots from. */
  readonly image: AwsImageModel;
  /** Instance profile, by which what runs on the machine has rights in AWS. */
  readonly instanceProfile: string;
  /** How what runs on the machine reaches the instance's metadata. */
  readonly instanceMetadata: Required<InstanceMetadata>;
  /** Security groups besides those of the cluster. */
  readonly securityGroups: readonly AwsLookupModel[];
  /** Subnet of the machines; absent for one of the cluster's in their zone. */
  readonly subnet?: AwsLookupModel | undefined;
  /** Whether machines get a public address; absent for not. */
  readonly publicIp?: boolean | undefined;
  /** Tags of the instances and their volumes. */
  readonly tags: Readonly<Record<string, string>>;
  /** Group that says where instances are placed; absent for none. */
  readonly placementGroup?: PlacementGroup | undefined;
  /** Whether instances have hosts of their own account; absent for not. */
  readonly dedicated?: boolean | undefined;
  /** Capacity that was reserved for the machines; absent for none. */
  readonly capacityReservation?: CapacityReservation | undefined;
  /** Whether the machine has an Elastic Fabric Adapter; absent for not. */
  readonly efa?: boolean | undefined;
  /** Where the configuration is until the machine has fetched it; absent for AWS Secrets Manager. */
  readonly userDataStore?: UserDataStore | undefined;
  /** Whether Ignition reads the configuration; absent for cloud-init. */
  readonly ignition?: boolean | undefined;
}
