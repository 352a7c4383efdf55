/** Condition that must be as it should for an object to count as ready or available. */
export interface ConditionGate {
  /** Type of the condition, such as `example.org/GpuReady`, which some controller sets. */
  readonly conditionType: string;
  /**
   * Whether `True` is the good sign, as with `Positive`, or `False`.
   *
   * @default 'Positive'
   */
  readonly polarity?: 'Positive' | 'Negative';
}

/** How machines are named. */
export interface MachineNaming {
  /**
   * Template of the names, with `{{ .random }}`, which tells machines apart, and `{{ .cluster.name }}`.
   *
   * Names of more than 63 characters are cut. Machines of a pool have `{{ .machineSet.name }}` besides, and those of a
   * control plane `{{ .kubeadmControlPlane.name }}`.
   */
  readonly template: string;
}
