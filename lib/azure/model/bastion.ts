/** Azure Bastion, through which operators reach machines from the portal or by the command line. */
export interface AzureBastion {
  /**
   * Range of its subnet, a /26 or larger, in the range of the network.
   *
   * @see AzureCluster.spec.bastionSpec.azureBastion.subnet (infrastructure.cluster.x-k8s.io)
   */
  readonly cidr: string;
  /**
   * Kind of the service.
   *
   * @default 'Basic'
   * @see AzureCluster.spec.bastionSpec.azureBastion.sku (infrastructure.cluster.x-k8s.io)
   */
  readonly sku?: 'Basic' | 'Standard';
  /**
   * Whether programs on the computer of an operator reach machines through it; needs the kind `Standard`.
   *
   * @default false
   * @see AzureCluster.spec.bastionSpec.azureBastion.enableTunneling (infrastructure.cluster.x-k8s.io)
   */
  readonly enableTunneling?: boolean;
}

/** Defaults of {@link AzureBastion}. */
export const AZURE_BASTION_DEFAULTS = Object.freeze({
  sku: 'Basic',
  enableTunneling: false,
} as const);
