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

/** How machines are switched off, as plain data. */
export interface PowerOffModel {
  readonly mode: 'hard' | 'soft' | 'trySoft';
  /** Time for the guest to shut down; absent for the provider's. */
  readonly timeoutSeconds?: number;
}

/** How machines are switched off before they are deleted. */
export class PowerOff {
  /** At once, whatever the guest does. */
  static hard(): PowerOff {
    return new PowerOff({ mode: 'hard' });
  }

  /** By the guest alone: a machine without VMware Tools is never switched off, and never deleted. */
  static soft(): PowerOff {
    return new PowerOff({ mode: 'soft' });
  }

  /** By the guest, and at once where that takes too long. */
  static trySoft(options: TrySoftOptions = {}): PowerOff {
    return new PowerOff({ mode: 'trySoft', ...options });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: PowerOffModel,
  ) {}
}
