/** Disk of a machine besides the one that it boots from, as plain data. */
export interface BlockDeviceModel {
  /** Name of the device, by which Nova tags it. */
  readonly name: string;
  /** Size in gibibytes. */
  readonly sizeGiB: number;
  /** Where the data is. */
  readonly storage: BlockDeviceStorage;
}

/** Where the data of a block device is. */
export type BlockDeviceStorage =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'volume';
      readonly type?: string | undefined;
      readonly availabilityZone?: string | undefined;
    };

/** Options of {@link BlockDevice.volume}. */
export interface VolumeDeviceOptions {
  /**
   * Size of the volume in gibibytes.
   *
   * @see OpenStackMachineTemplate.spec.template.spec.additionalBlockDevices.sizeGiB (infrastructure.cluster.x-k8s.io)
   */
  readonly sizeGiB: number;
  /**
   * Cinder volume type.
   *
   * @default - the cloud's default type
   * @see OpenStackMachineTemplate.spec.template.spec.additionalBlockDevices.storage.volume.type (infrastructure.cluster.x-k8s.io)
   */
  readonly type?: string;
  /**
   * Cinder availability zone, or `machine` for the zone of the machine itself.
   *
   * @default - the cloud's default zone
   * @see OpenStackMachineTemplate.spec.template.spec.additionalBlockDevices.storage.volume.availabilityZone (infrastructure.cluster.x-k8s.io)
   */
  readonly availabilityZone?: string;
}

/** Options of {@link BlockDevice.local}. */
export interface LocalDeviceOptions {
  /**
   * Size of the disk in gibibytes, at most the flavor's ephemeral disk.
   *
   * @see OpenStackMachineTemplate.spec.template.spec.additionalBlockDevices.sizeGiB (infrastructure.cluster.x-k8s.io)
   */
  readonly sizeGiB: number;
}

/**
 * Disk of a machine besides the one that it boots from.
 *
 * It goes with its machine. Nova tags it with its name, which a config drive or the metadata service tells the machine;
 * what partitions and mounts it is up to the image or to `bootstrap`.
 */
export class BlockDevice {
  /** Volume of Cinder that is made and deleted with the machine. */
  static volume(name: string, options: VolumeDeviceOptions): BlockDevice {
    const { sizeGiB, ...storage } = options;
    return new BlockDevice({ name, sizeGiB, storage: { kind: 'volume', ...storage } });
  }

  /** Ephemeral disk of the hypervisor, which the flavor must have. */
  static local(name: string, options: LocalDeviceOptions): BlockDevice {
    return new BlockDevice({ name, sizeGiB: options.sizeGiB, storage: { kind: 'local' } });
  }

  private constructor(
    /** Model data of the device. */
    readonly model: BlockDeviceModel,
  ) {}
}
