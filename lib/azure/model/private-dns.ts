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
   * @default - that of the network
   * @see AzureCluster.spec.networkSpec.privateDNSZoneResourceGroup (infrastructure.cluster.x-k8s.io)
   */
  readonly resourceGroup?: string;
}

/** Zone of names of an internal endpoint, as plain data. */
export type AzurePrivateDnsModel =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'system' } & AzurePrivateDnsOptions);

/** Zone of names in which an internal endpoint has its own. */
export class AzurePrivateDns {
  /** Private zone that Cluster API makes, and links to the cluster's network and its peers. */
  static system(options: AzurePrivateDnsOptions = {}): AzurePrivateDns {
    return new AzurePrivateDns({ kind: 'system', ...options });
  }

  /**
   * No zone: the endpoint is known by its address, which machines of the control plane do not reach by the load balancer.
   *
   * Commands of `bootstrap` have to give it to them.
   */
  static none(): AzurePrivateDns {
    return new AzurePrivateDns({ kind: 'none' });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: AzurePrivateDnsModel,
  ) {}
}
