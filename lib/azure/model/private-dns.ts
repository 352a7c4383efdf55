/** Options of {@link AzurePrivateDns.system}. */
export interface AzurePrivateDnsOptions {
  /**
   * Name of the zone.
   *
   * @default - the cluster's name with `.capz.io`
   * @see AzureCluster.spec.networkSpec.privateDNSZoneName (infrastructure.cluster.x-k8s.io)
   */
  readonly zoneName?: string;
  /**
   * Resource group of the zone; needs `zoneName`.
   *
   * @default - the network's resource group
   * @see AzureCluster.spec.networkSpec.privateDNSZoneResourceGroup (infrastructure.cluster.x-k8s.io)
   */
  readonly resourceGroup?: string;
}

/** Private DNS of an internal endpoint, as plain data. */
export type AzurePrivateDnsModel =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'system' } & AzurePrivateDnsOptions);

/** Private DNS of an internal endpoint. */
export class AzurePrivateDns {
  /** Private DNS zone that Cluster API creates and links to the cluster's network and its peers. */
  static system(options: AzurePrivateDnsOptions = {}): AzurePrivateDns {
    return new AzurePrivateDns({ kind: 'system', ...options });
  }

  /**
   * No zone: the endpoint is an IP address, which control plane machines cannot reach through the load balancer.
   *
   * Commands in `bootstrap` must assign the address to them.
   */
  static none(): AzurePrivateDns {
    return new AzurePrivateDns({ kind: 'none' });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: AzurePrivateDnsModel,
  ) {}
}
