/** Size of a machine, as its cloud has it. */
export interface MachineSize {
  /** Number of virtual processors. */
  readonly cpus: number;
  /** Memory as a quantity, such as `8Gi`. */
  readonly memory: string;
  /** Root disk as a quantity, such as `30Gi`. */
  readonly disk: string;
  /**
   * Architecture of the processors, of which an autoscaler is told for pools that come from zero.
   *
   * @default - that which the autoscaler takes for granted, `amd64` unless it is told otherwise
   */
  readonly architecture?: 'amd64' | 'arm64';
  /**
   * Graphics processors of the machine.
   *
   * @default - a machine without
   */
  readonly gpu?: SizeGpu;
}

/** Graphics processors of a size of machines. */
export interface SizeGpu {
  /** Resource that the device plugin offers, such as `nvidia.com/gpu`. */
  readonly type: string;
  /** Number of them in one machine. */
  readonly count: number;
}
