/** Azure Bastion, through which operators reach machines from the portal or the command line. */
export interface AzureBastion {
  /**
   * CIDR range of its subnet: a /26 or larger, inside the range of the network.
   *
   * @see AzureCluster.spec.bastionSpec.azureBastion.subnet (infrastructure.cluster.x-k8s.io)
   */
  readonly cidr: string;
  /**
   * SKU of the service.
   *
   * @default 'Basic'
   * @see AzureCluster.spec.bastionSpec.azureBastion.sku (infrastructure.cluster.x-k8s.io)
   */
  readonly sku?: 'Basic' | 'Standard';
  /**
   * Whether native clients on an operator's computer can connect to machines; needs the `Standard` SKU.
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
