/** Condition that an object needs to count as ready or available. */
export interface ConditionGate {
  /** Type of the condition, such as `example.org/GpuReady`, which a controller sets. */
  readonly conditionType: string;
  /**
   * Whether the healthy status is `True` (`Positive`) or `False` (`Negative`).
   *
   * @default 'Positive'
   */
  readonly polarity?: 'Positive' | 'Negative';
}

/** How machines are named. */
export interface MachineNaming {
  /**
   * Template of the names, with `{{ .random }}`, which makes them unique, and `{{ .cluster.name }}`.
   *
   * Names longer than 63 characters are truncated. Pools can also use `{{ .machineSet.name }}`, and control planes
   * `{{ .kubeadmControlPlane.name }}`.
   */
  readonly template: string;
}
