/** Options of {@link MachineFormat.ignition}. */
export interface IgnitionOptions {
  /**
   * Container Linux Config that is merged into the one that Cluster API writes, as plain data.
   *
   * A unit with the name of a derived one is merged into it, and the drop-ins of both are kept.
   *
   * @default - only the derived units
   * @see KubeadmConfigSpec.ignition.containerLinuxConfig.additionalConfig (bootstrap.cluster.x-k8s.io)
   */
  readonly containerLinuxConfig?: Readonly<Record<string, unknown>>;
  /**
   * Whether a warning about that config is an error, so that no machine is created.
   *
   * @default true
   * @see KubeadmConfigSpec.ignition.containerLinuxConfig.strict (bootstrap.cluster.x-k8s.io)
   */
  readonly strict?: boolean;
}

/** Program in the machine image that reads the bootstrap configuration, as plain data. */
export type MachineFormatModel =
  | { readonly kind: 'cloudInit' }
  | {
      readonly kind: 'ignition';
      readonly containerLinuxConfig: Readonly<Record<string, unknown>>;
      readonly strict: boolean;
    };

/** Defaults of {@link IgnitionOptions}. */
export const IGNITION_DEFAULTS = Object.freeze({ strict: true });

/** Unit that runs kubeadm on machines with Ignition, and its derived drop-in. */
export const IGNITION_UNIT = Object.freeze({ name: 'kubeadm.service', dropin: '10-metadata.conf' });

/** Program in the machine image that reads the bootstrap configuration at boot. */
export class MachineFormat {
  /** Uses cloud-init, which most images have. */
  static cloudInit(): MachineFormat {
    return new MachineFormat({ kind: 'cloudInit' });
  }

  /** Uses Ignition, as Flatcar does; requires Cluster API's feature gate for it. */
  static ignition(options: IgnitionOptions = {}): MachineFormat {
    return new MachineFormat({
      kind: 'ignition',
      containerLinuxConfig: options.containerLinuxConfig ?? {},
      strict: options.strict ?? IGNITION_DEFAULTS.strict,
    });
  }

  private constructor(
    /** Choice as plain data. */
    readonly model: MachineFormatModel,
  ) {}
}
