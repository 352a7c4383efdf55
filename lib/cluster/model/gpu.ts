import type { Taint } from './machine';

/** Options of {@link Gpu}. */
export interface GpuOptions {
  /**
   * Name of the accelerator, by which the autoscaler distinguishes GPU types.
   *
   * @default - the domain of the resource, such as `nvidia.com`
   */
  readonly accelerator?: string;
  /**
   * Number of GPUs in one machine.
   *
   * @default - the number in its size
   */
  readonly count?: number;
  /**
   * Whether a taint keeps away pods that request no GPU.
   *
   * @default true
   */
  readonly tainted?: boolean;
}

/** Defaults of {@link GpuOptions}. */
export const GPU_DEFAULTS = Object.freeze({ tainted: true });

/** GPUs of a pool, as plain data. */
export interface GpuModel {
  /** Resource that the device plugin advertises. */
  readonly type: string;
  /** Name of the accelerator. */
  readonly accelerator: string;
  /** Number in one machine; absent for the number in its size. */
  readonly count?: number;
  /** Whether a taint keeps away pods that do not request the resource. */
  readonly tainted: boolean;
}

/** Resource of NVIDIA GPUs. */
export const NVIDIA_GPU = 'nvidia.com/gpu';

/** Label that makes the autoscaler wait for the device plugin of a node. */
export const ACCELERATOR_LABEL = 'cluster-api/accelerator';

const ROLE_LABEL = 'node-role.kubernetes.io/gpu';
const PRESENT = 'present';

/**
 * GPUs of a pool's machines.
 *
 * The nodes get the role `gpu`, a label with the GPU vendor, the autoscaler's accelerator label and a taint. Pods that
 * request the resource tolerate the taint automatically if the admission plugin `ExtendedResourceToleration` is enabled.
 */
export class Gpu {
  /** Uses NVIDIA GPUs. */
  static nvidia(options: GpuOptions = {}): Gpu {
    return Gpu.ofType(NVIDIA_GPU, options);
  }

  /** Uses AMD GPUs. */
  static amd(options: GpuOptions = {}): Gpu {
    return Gpu.ofType('amd.com/gpu', options);
  }

  /**
   * Uses GPUs that a device plugin advertises under another name.
   *
   * @param type Resource of the device plugin, such as `gpu.intel.com/i915`.
   */
  static ofType(type: string, options: GpuOptions = {}): Gpu {
    return new Gpu({
      type,
      accelerator: options.accelerator ?? domainOf(type),
      ...(options.count === undefined ? {} : { count: options.count }),
      tainted: options.tainted ?? GPU_DEFAULTS.tainted,
    });
  }

  private constructor(
    /** Model data of the GPUs. */
    readonly model: GpuModel,
  ) {}
}

/** Returns the labels of nodes with GPUs. */
export function gpuLabels({ type, accelerator }: GpuModel): Readonly<Record<string, string>> {
  return { [ROLE_LABEL]: '', [presentLabel(type)]: 'true', [ACCELERATOR_LABEL]: accelerator };
}

/** Returns the taints of nodes with GPUs. */
export function gpuTaints({ type, tainted }: GpuModel): readonly Taint[] {
  return tainted ? [{ key: type, value: PRESENT, effect: 'NoSchedule' }] : [];
}

/** Returns the label of nodes with GPUs of a vendor. */
export function presentLabel(type: string): string {
  return `${domainOf(type)}/gpu.${PRESENT}`;
}

function domainOf(type: string): string {
  const slash = type.indexOf('/');
  return slash < 0 ? type : type.slice(0, slash);
}
