import type { Taint } from './machine';

/** Options of {@link Gpu}. */
export interface GpuOptions {
  /**
   * Name of the accelerator, by which the autoscaler tells kinds of them apart.
   *
   * @default - the domain of the resource, such as `nvidia.com`
   */
  readonly accelerator?: string;
  /**
   * Number of graphics processors in one machine.
   *
   * @default - its size's
   */
  readonly count?: number;
  /**
   * Whether pods that ask for no graphics processor are kept away.
   *
   * @default true
   */
  readonly tainted?: boolean;
}

/** Defaults of {@link GpuOptions}. */
export const GPU_DEFAULTS = Object.freeze({ tainted: true });

/** Graphics processors of a pool, as plain data. */
export interface GpuModel {
  /** Resource that the device plugin offers. */
  readonly type: string;
  /** Name of the accelerator. */
  readonly accelerator: string;
  /** Number in one machine; absent for its size's. */
  readonly count?: number;
  /** Whether pods without the resource are kept away. */
  readonly tainted: boolean;
}

/** Resource of NVIDIA's graphics processors. */
export const NVIDIA_GPU = 'nvidia.com/gpu';

/** Label by which the autoscaler waits for the device plugin of a node. */
export const ACCELERATOR_LABEL = 'cluster-api/accelerator';

const ROLE_LABEL = 'node-role.kubernetes.io/gpu';
const PRESENT = 'present';

/**
 * Graphics processors of a pool's machines.
 *
 * The nodes get the role `gpu`, a label that says whose processors are there, the autoscaler's label of accelerators,
 * and a taint that pods which ask for the resource tolerate by themselves where the admission plugin
 * `ExtendedResourceToleration` is on.
 */
export class Gpu {
  /** Graphics processors of NVIDIA. */
  static nvidia(options: GpuOptions = {}): Gpu {
    return Gpu.ofType(NVIDIA_GPU, options);
  }

  /** Graphics processors of AMD. */
  static amd(options: GpuOptions = {}): Gpu {
    return Gpu.ofType('amd.com/gpu', options);
  }

  /**
   * Graphics processors that a device plugin offers under another name.
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
    /** Model data of the choice. */
    readonly model: GpuModel,
  ) {}
}

/** Labels of nodes with graphics processors. */
export function gpuLabels({ type, accelerator }: GpuModel): Readonly<Record<string, string>> {
  return { [ROLE_LABEL]: '', [presentLabel(type)]: 'true', [ACCELERATOR_LABEL]: accelerator };
}

/** Taints of nodes with graphics processors. */
export function gpuTaints({ type, tainted }: GpuModel): readonly Taint[] {
  return tainted ? [{ key: type, value: PRESENT, effect: 'NoSchedule' }] : [];
}

/** Label of nodes that have graphics processors of a maker. */
export function presentLabel(type: string): string {
  return `${domainOf(type)}/gpu.${PRESENT}`;
}

function domainOf(type: string): string {
  const slash = type.indexOf('/');
  return slash < 0 ? type : type.slice(0, slash);
}
