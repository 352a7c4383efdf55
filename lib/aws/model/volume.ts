/** Types of EBS volumes for machines. */
export type EbsVolumeType = 'gp2' | 'gp3' | 'io1' | 'io2';

/** EBS volume of a machine. */
export interface EbsVolume {
  /**
   * Size in gibibytes, at least 8.
   *
   * @see AWSMachineTemplate.spec.template.spec.rootVolume.size (infrastructure.cluster.x-k8s.io)
   */
  readonly sizeGiB: number;
  /**
   * Type of the volume.
   *
   * @default - the type of the image's volume
   * @see AWSMachineTemplate.spec.template.spec.rootVolume.type (infrastructure.cluster.x-k8s.io)
   */
  readonly type?: EbsVolumeType;
  /**
   * Provisioned I/O operations per second; required for `io1` and `io2`.
   *
   * @default - the default of the type
   * @see AWSMachineTemplate.spec.template.spec.rootVolume.iops (infrastructure.cluster.x-k8s.io)
   */
  readonly iops?: number;
  /**
   * Throughput in mebibytes per second, only for `gp3`: 125 to 2,000.
   *
   * @default - the default of the type
   * @see AWSMachineTemplate.spec.template.spec.rootVolume.throughput (infrastructure.cluster.x-k8s.io)
   */
  readonly throughput?: number;
  /**
   * Whether the volume is encrypted.
   *
   * @default - the setting of the account and the image
   * @see AWSMachineTemplate.spec.template.spec.rootVolume.encrypted (infrastructure.cluster.x-k8s.io)
   */
  readonly encrypted?: boolean;
  /**
   * ID or ARN of the KMS key of an encrypted volume.
   *
   * @default - the account's default EBS key
   * @see AWSMachineTemplate.spec.template.spec.rootVolume.encryptionKey (infrastructure.cluster.x-k8s.io)
   */
  readonly encryptionKey?: string;
}

/** Additional EBS volume of a machine. */
export interface DataVolume extends EbsVolume {
  /**
   * Device name of the attachment in EC2, such as `/dev/sdb`. The device may have another name on the machine.
   *
   * @see AWSMachineTemplate.spec.template.spec.nonRootVolumes.deviceName (infrastructure.cluster.x-k8s.io)
   */
  readonly deviceName: string;
}
