/** Device of a host that virtual machines get, as plain data. */
export type PciDeviceModel =
  | { readonly kind: 'vgpu'; readonly profile: string }
  | { readonly kind: 'passthrough'; readonly vendorId: number; readonly deviceId: number };

/** Options of {@link PciDevice.passthrough}. */
export interface PassthroughOptions {
  /**
   * Vendor of the device, such as `0x10de`.
   *
   * @see VSphereMachineTemplate.spec.template.spec.pciDevices.vendorId (infrastructure.cluster.x-k8s.io)
   */
  readonly vendorId: number;
  /**
   * Device of the vendor, such as `0x20b5`.
   *
   * @see VSphereMachineTemplate.spec.template.spec.pciDevices.deviceId (infrastructure.cluster.x-k8s.io)
   */
  readonly deviceId: number;
}

/**
 * Device of a host that virtual machines get, such as a GPU.
 *
 * The whole memory of a machine with such a device is reserved on its host.
 */
export class PciDevice {
  /** Share of a GPU, by the profile that its vendor gives it, such as `grid_a100-10c`. */
  static vgpu(profile: string): PciDevice {
    return new PciDevice({ kind: 'vgpu', profile });
  }

  /** Whole device that the host passes through. */
  static passthrough({ vendorId, deviceId }: PassthroughOptions): PciDevice {
    return new PciDevice({ kind: 'passthrough', vendorId, deviceId });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: PciDeviceModel,
  ) {}
}
