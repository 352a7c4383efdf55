/** Options of {@link MachineFormat.ignition}. */
export interface IgnitionOptions {
  /**
   * Container Linux Config that is joined to the one that Cluster API writes, as plain data.
   *
   * Units of a name that is there already are joined to it by their drop-ins.
   *
   * @default - the derived units alone
   * @see KubeadmConfigSpec.ignition.containerLinuxConfig.additionalConfig (bootstrap.cluster.x-k8s.io)
   */
  readonly containerLinuxConfig?: Readonly<Record<string, unknown>>;
  /**
   * Whether a warning about that config is an error, and no machine is made.
   *
   * @default true
   * @see KubeadmConfigSpec.ignition.containerLinuxConfig.strict (bootstrap.cluster.x-k8s.io)
   */
  readonly strict?: boolean;
}

/** Program on a machine's image that reads its configuration, as plain data. */
export type MachineFormatModel =
  | { readonly kind: 'cloudInit' }
  | {
      readonly kind: 'ignition';
      readonly containerLinuxConfig: Readonly<Record<string, unknown>>;
      readonly strict: boolean;
    };

/** Defaults of {@link IgnitionOptions}. */
export const IGNITION_DEFAULTS = Object.freeze({ strict: true });

/** Unit that runs kubeadm on a machine that starts by Ignition, and the drop-in that it gets. */
export const IGNITION_UNIT = Object.freeze({ name: 'kubeadm.service', dropin: '10-metadata.conf' });

/** Program on a machine's image that reads its configuration when it starts. */
export class MachineFormat {
  /** cloud-init, as most images have it. */
  static cloudInit(): MachineFormat {
    return new MachineFormat({ kind: 'cloudInit' });
  }

  /** Ignition, as Flatcar has it; Cluster API wants its feature gate for it. */
  static ignition(options: IgnitionOptions = {}): MachineFormat {
    return new MachineFormat({
      kind: 'ignition',
      containerLinuxConfig: options.containerLinuxConfig ?? {},
      strict: options.strict ?? IGNITION_DEFAULTS.strict,
    });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: MachineFormatModel,
  ) {}
}
