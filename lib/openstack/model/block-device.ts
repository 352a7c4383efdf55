/** Additional disk of a machine, as plain data. */
export interface BlockDeviceModel {
  /** Name of the device, and its tag in Nova. */
  readonly name: string;
  /** Size in GiB. */
  readonly sizeGiB: number;
  /** Where the data is stored. */
  readonly storage: BlockDeviceStorage;
}

/** Storage of a block device. */
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
   * Size of the volume in GiB.
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
   * Cinder availability zone, or `machine` for the machine's own zone.
   *
   * @default - the cloud's default zone
   * @see OpenStackMachineTemplate.spec.template.spec.additionalBlockDevices.storage.volume.availabilityZone (infrastructure.cluster.x-k8s.io)
   */
  readonly availabilityZone?: string;
}

/** Options of {@link BlockDevice.local}. */
export interface LocalDeviceOptions {
  /**
   * Size of the disk in GiB, at most that of the flavor's ephemeral disk.
   *
   * @see OpenStackMachineTemplate.spec.template.spec.additionalBlockDevices.sizeGiB (infrastructure.cluster.x-k8s.io)
   */
  readonly sizeGiB: number;
}

/**
 * Additional disk of a machine, besides its root disk.
 *
 * It is deleted with its machine. Nova tags it with its name, which the machine can read from a config drive or the
 * metadata service. The image or `bootstrap` must partition and mount it.
 */
export class BlockDevice {
  /** Cinder volume that is created and deleted with the machine. */
  static volume(name: string, options: VolumeDeviceOptions): BlockDevice {
    const { sizeGiB, ...storage } = options;
    return new BlockDevice({ name, sizeGiB, storage: { kind: 'volume', ...storage } });
  }

  /** Ephemeral disk on the hypervisor, which the flavor must provide. */
  static local(name: string, options: LocalDeviceOptions): BlockDevice {
    return new BlockDevice({ name, sizeGiB: options.sizeGiB, storage: { kind: 'local' } });
  }

  private constructor(
    /** Model data of the device. */
    readonly model: BlockDeviceModel,
  ) {}
}
