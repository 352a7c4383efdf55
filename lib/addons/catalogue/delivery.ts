import type { DeliveryModel, DeliveryStrategy } from '../model/addon';

/** Options of {@link Delivery.clusterResourceSet}. */
export interface ClusterResourceSetOptions {
  /**
   * Whether resources are applied once, or again when they change.
   *
   * `Reconcile` removes fields from existing objects if the manifest does not have them.
   *
   * @default - the default of the addon: see its factory
   * @see ClusterResourceSet.spec.strategy (addons.cluster.x-k8s.io)
   */
  readonly strategy?: DeliveryStrategy;
}

/** Option of every addon factory. */
export interface DeliveryOptions {
  /**
   * Delivery of the addon to the cluster.
   *
   * @default - a ClusterResourceSet with the strategy that suits the addon
   */
  readonly delivery?: Delivery;
}

/** Delivery of an addon to its cluster. */
export class Delivery {
  /** ClusterResourceSet, which Cluster API applies as soon as the API server responds. */
  static clusterResourceSet(options: ClusterResourceSetOptions = {}): Delivery {
    return new Delivery(options.strategy);
  }

  private constructor(
    /** Strategy that the user chose; absent for the addon's default. */
    readonly strategy: DeliveryStrategy | undefined,
  ) {}

  /** Returns the delivery as plain data; `own` is the default strategy of the addon. */
  model(own: DeliveryStrategy): DeliveryModel {
    return { kind: 'clusterResourceSet', strategy: this.strategy ?? own };
  }
}
