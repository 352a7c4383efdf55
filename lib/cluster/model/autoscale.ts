/** Bounds between which the cluster autoscaler sizes a pool. */
export interface AutoscaleBounds {
  /** Fewest machines; 0 lets the pool vanish. */
  readonly minSize: number;
  /** Most machines. */
  readonly maxSize: number;
}

/** What the autoscaler is told of one pool that means the same in every form of it. */
export interface AutoscaleSettings extends AutoscaleBounds {
  /**
   * Rank of the pool among those that could grow, for the expander `priority`; the highest grows first.
   *
   * @default - 0, after every pool with a rank
   */
  readonly priority?: number;
  /**
   * Share of a node's resources in use below which it is unneeded, from 0 to 1.
   *
   * @default - the autoscaler's
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly scaleDownUtilizationThreshold?: number;
  /**
   * Share of a node's graphics processors in use below which it is unneeded, from 0 to 1.
   *
   * @default - the autoscaler's
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly scaleDownGpuUtilizationThreshold?: number;
}

/** What the autoscaler is told of one pool, as plain data. */
export interface AutoscaleModel extends AutoscaleSettings {
  /** Seconds for which a node must be unneeded before it is removed. */
  readonly scaleDownUnneededSeconds?: number;
  /** Seconds for which an unready node must be unneeded before it is removed. */
  readonly scaleDownUnreadySeconds?: number;
  /** Seconds for which the autoscaler waits for a machine that it has asked for. */
  readonly maxNodeProvisionSeconds?: number;
  /** Seconds for which the autoscaler waits for a node to become ready. */
  readonly maxNodeStartupSeconds?: number;
}
