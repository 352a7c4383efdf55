/** Options of a bastion. */
export interface AwsBastion {
  /**
   * Ranges and addresses from which it is reached by SSH.
   *
   * @see AWSCluster.spec.bastion.allowedCIDRBlocks (infrastructure.cluster.x-k8s.io)
   */
  readonly allowedCidrs: readonly string[];
  /**
   * Whether the instance is there; one that is switched off keeps its settings.
   *
   * @default true
   * @see AWSCluster.spec.bastion.enabled (infrastructure.cluster.x-k8s.io)
   */
  readonly enabled?: boolean;
  /**
   * Instance type.
   *
   * @default - the provider's own, `t3.micro`
   * @see AWSCluster.spec.bastion.instanceType (infrastructure.cluster.x-k8s.io)
   */
  readonly instanceType?: string;
  /**
   * AMI by its identifier.
   *
   * @default - one that the provider looks up
   * @see AWSCluster.spec.bastion.ami (infrastructure.cluster.x-k8s.io)
   */
  readonly ami?: string;
}

/** Defaults of {@link AwsBastion}. */
export const AWS_BASTION_DEFAULTS = Object.freeze({ enabled: true });
