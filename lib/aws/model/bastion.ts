/** Options of a bastion host. */
export interface AwsBastion {
  /**
   * CIDR ranges and addresses that may reach the bastion by SSH.
   *
   * @see AWSCluster.spec.bastion.allowedCIDRBlocks (infrastructure.cluster.x-k8s.io)
   */
  readonly allowedCidrs: readonly string[];
  /**
   * Whether the bastion runs; a disabled bastion keeps its settings.
   *
   * @default true
   * @see AWSCluster.spec.bastion.enabled (infrastructure.cluster.x-k8s.io)
   */
  readonly enabled?: boolean;
  /**
   * Instance type.
   *
   * @default - the provider's default, `t3.micro`
   * @see AWSCluster.spec.bastion.instanceType (infrastructure.cluster.x-k8s.io)
   */
  readonly instanceType?: string;
  /**
   * AMI ID.
   *
   * @default - an AMI that the provider looks up
   * @see AWSCluster.spec.bastion.ami (infrastructure.cluster.x-k8s.io)
   */
  readonly ami?: string;
}

/** Defaults of {@link AwsBastion}. */
export const AWS_BASTION_DEFAULTS = Object.freeze({ enabled: true });
