/** Options of {@link PowerOff.trySoft}. */
export interface TrySoftOptions {
  /**
   * Time for the guest to shut down, in seconds.
   *
   * @default - 300
   * @see VSphereMachineTemplate.spec.template.spec.guestSoftPowerOffTimeoutSeconds (infrastructure.cluster.x-k8s.io)
   */
  readonly timeoutSeconds?: number;
}

/** How machines are powered off, as plain data. */
export interface PowerOffModel {
  readonly mode: 'hard' | 'soft' | 'trySoft';
  /** Time for the guest to shut down, in seconds; absent for the provider's default. */
  readonly timeoutSeconds?: number;
}

/** How machines are powered off before they are deleted. */
export class PowerOff {
  /** Powers machines off immediately, without asking the guest. */
  static hard(): PowerOff {
    return new PowerOff({ mode: 'hard' });
  }

  /** Only asks the guest to shut down: a machine without VMware Tools is never powered off and never deleted. */
  static soft(): PowerOff {
    return new PowerOff({ mode: 'soft' });
  }

  /** Asks the guest to shut down, and powers machines off if that takes too long. */
  static trySoft(options: TrySoftOptions = {}): PowerOff {
    return new PowerOff({ mode: 'trySoft', ...options });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: PowerOffModel,
  ) {}
}
