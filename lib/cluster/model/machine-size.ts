/** Machine size of a cloud. */
export interface MachineSize {
  /** Number of virtual CPUs. */
  readonly cpus: number;
  /** Memory as a quantity, such as `8Gi`. */
  readonly memory: string;
  /** Root disk as a quantity, such as `30Gi`. */
  readonly disk: string;
  /**
   * CPU architecture, which an autoscaler needs to scale pools from zero.
   *
   * @default - the default of the autoscaler, `amd64` unless it is configured differently
   */
  readonly architecture?: 'amd64' | 'arm64';
  /**
   * GPUs of the machine.
   *
   * @default - a machine without GPUs
   */
  readonly gpu?: SizeGpu;
}

/** GPUs of a machine size. */
export interface SizeGpu {
  /** Resource that the device plugin advertises, such as `nvidia.com/gpu`. */
  readonly type: string;
  /** Number of GPUs in one machine. */
  readonly count: number;
}
