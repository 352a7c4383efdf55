/** Bounds between which the cluster autoscaler sizes a pool. */
export interface AutoscaleBounds {
  /** Minimum number of machines; 0 allows scaling to zero. */
  readonly minSize: number;
  /** Maximum number of machines. */
  readonly maxSize: number;
}

/** Autoscaler settings of one pool that are the same in props and model. */
export interface AutoscaleSettings extends AutoscaleBounds {
  /**
   * Rank of the pool for the expander `priority`; the pool with the highest rank is scaled up first.
   *
   * @default - 0, which comes after every pool with a rank
   */
  readonly priority?: number;
  /**
   * Resource utilization below which a node is unneeded, from 0 to 1.
   *
   * @default - the autoscaler's default
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly scaleDownUtilizationThreshold?: number;
  /**
   * GPU utilization below which a node is unneeded, from 0 to 1.
   *
   * @default - the autoscaler's default
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly scaleDownGpuUtilizationThreshold?: number;
}

/** Autoscaler settings of one pool, as plain data. */
export interface AutoscaleModel extends AutoscaleSettings {
  /** Seconds that a node must be unneeded before it is removed. */
  readonly scaleDownUnneededSeconds?: number;
  /** Seconds that an unready node must be unneeded before it is removed. */
  readonly scaleDownUnreadySeconds?: number;
  /** Seconds that the autoscaler waits for a requested machine. */
  readonly maxNodeProvisionSeconds?: number;
  /** Seconds that the autoscaler waits for a node to become ready. */
  readonly maxNodeStartupSeconds?: number;
}
