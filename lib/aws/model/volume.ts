/** Types of EBS volumes that machines may have. */
export type EbsVolumeType = 'gp2' | 'gp3' | 'io1' | 'io2';

/** EBS volume of a machine. */
export interface EbsVolume {
  /**
   * Size in gibibytes, 8 or more.
   *
   * @see AWSMachineTemplate.spec.template.spec.rootVolume.size (infrastructure.cluster.x-k8s.io)
   */
  readonly sizeGiB: number;
  /**
   * Type of the volume.
   *
   * @default - the type of the image's own volume
   * @see AWSMachineTemplate.spec.template.spec.rootVolume.type (infrastructure.cluster.x-k8s.io)
   */
  readonly type?: EbsVolumeType;
  /**
   * Reads and writes in a second that the volume is to take; `io1` and `io2` need it.
   *
   * @default - what the type has
   * @see AWSMachineTemplate.spec.template.spec.rootVolume.iops (infrastructure.cluster.x-k8s.io)
   */
  readonly iops?: number;
  /**
   * Mebibytes in a second, for `gp3` alone: 125 to 2,000.
   *
   * @default - what the type has
   * @see AWSMachineTemplate.spec.template.spec.rootVolume.throughput (infrastructure.cluster.x-k8s.io)
   */
  readonly throughput?: number;
  /**
   * Whether the volume is encrypted.
   *
   * @default - as the account and the image have it
   * @see AWSMachineTemplate.spec.template.spec.rootVolume.encrypted (infrastructure.cluster.x-k8s.io)
   */
  readonly encrypted?: boolean;
  /**
   * Key of KMS by its identifier or ARN, for an encrypted volume.
   *
   * @default - the key of the account for EBS
   * @see AWSMachineTemplate.spec.template.spec.rootVolume.encryptionKey (infrastructure.cluster.x-k8s.io)
   */
  readonly encryptionKey?: string;
}

/** EBS volume besides the one that a machine boots from. */
export interface DataVolume extends EbsVolume {
  /**
   * Name by which EC2 attaches the volume, such as `/dev/sdb`; the machine may call it otherwise.
   *
   * @see AWSMachineTemplate.spec.template.spec.nonRootVolumes.deviceName (infrastructure.cluster.x-k8s.io)
   */
  readonly deviceName: string;
}
