/** PCI device of a host that virtual machines get, as plain data. */
export type PciDeviceModel =
  | { readonly kind: 'vgpu'; readonly profile: string }
  | { readonly kind: 'passthrough'; readonly vendorId: number; readonly deviceId: number };

/** Options of {@link PciDevice.passthrough}. */
export interface PassthroughOptions {
  /**
   * PCI vendor ID, such as `0x10de`.
   *
   * @see VSphereMachineTemplate.spec.template.spec.pciDevices.vendorId (infrastructure.cluster.x-k8s.io)
   */
  readonly vendorId: number;
  /**
   * PCI device ID, such as `0x20b5`.
   *
   * @see VSphereMachineTemplate.spec.template.spec.pciDevices.deviceId (infrastructure.cluster.x-k8s.io)
   */
  readonly deviceId: number;
}

/**
 * PCI device of a host that virtual machines get, such as a GPU.
 *
 * The host reserves the whole memory of a machine with such a device.
 */
export class PciDevice {
  /** Adds a share of a GPU, by the vGPU profile of its vendor, such as `grid_a100-10c`. */
  static vgpu(profile: string): PciDevice {
    return new PciDevice({ kind: 'vgpu', profile });
  }

  /** Adds a whole device that the host passes through. */
  static passthrough({ vendorId, deviceId }: PassthroughOptions): PciDevice {
    return new PciDevice({ kind: 'passthrough', vendorId, deviceId });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: PciDeviceModel,
  ) {}
}
