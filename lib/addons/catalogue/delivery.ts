import type { DeliveryModel, DeliveryStrategy } from '../model/addon';

/** Options of {@link Delivery.clusterResourceSet}. */
export interface ClusterResourceSetOptions {
  /**
   * Whether resources are applied once, or again when they change.
   *
   * `Reconcile` removes fields that the manifest does not have from objects that are there.
   *
   * @default - the addon's own: see its factory
   * @see ClusterResourceSet.spec.strategy (addons.cluster.x-k8s.io)
   */
  readonly strategy?: DeliveryStrategy;
}

/** Option that every factory of addons has. */
export interface DeliveryOptions {
  /**
   * How the addon gets into the cluster.
   *
   * @default - a ClusterResourceSet with the strategy that suits the addon
   */
  readonly delivery?: Delivery;
}

/** How an addon gets into its cluster. */
export class Delivery {
  /** Set of resources that Cluster API applies as soon as the API server answers. */
  static clusterResourceSet(options: ClusterResourceSetOptions = {}): Delivery {
    return new Delivery(options.strategy);
  }

  private constructor(
    /** Strategy that the user chose; absent for the addon's own. */
    readonly strategy: DeliveryStrategy | undefined,
  ) {}

  /** Delivery as plain data, for an addon with a strategy of its own. */
  model(own: DeliveryStrategy): DeliveryModel {
    return { kind: 'clusterResourceSet', strategy: this.strategy ?? own };
  }
}
