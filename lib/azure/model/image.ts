/** Purchase plan of an image, whose terms the subscription must have accepted. */
export interface AzureImagePlan {
  /** Publisher of the image. */
  readonly publisher: string;
  /** Offer of the publisher. */
  readonly offer: string;
  /** Plan of the offer. */
  readonly sku: string;
}

/** Options of {@link AzureImage.gallery}. */
export interface AzureGalleryImageOptions {
  /**
   * Name of the compute gallery, or the public name of a community gallery.
   *
   * @see AzureMachineTemplate.spec.template.spec.image.computeGallery.gallery (infrastructure.cluster.x-k8s.io)
   */
  readonly gallery: string;
  /**
   * Name of the image.
   *
   * @see AzureMachineTemplate.spec.template.spec.image.computeGallery.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Version of the image, such as `1.34.3`.
   *
   * @see AzureMachineTemplate.spec.template.spec.image.computeGallery.version (infrastructure.cluster.x-k8s.io)
   */
  readonly version: string;
  /**
   * Subscription and resource group of your own gallery.
   *
   * @default - a community gallery
   * @see AzureMachineTemplate.spec.template.spec.image.computeGallery.resourceGroup (infrastructure.cluster.x-k8s.io)
   */
  readonly owner?: {
    /** ID of the subscription. */
    readonly subscriptionId: string;
    /** Name of the resource group. */
    readonly resourceGroup: string;
  };
  /**
   * Purchase plan of an image that is based on a paid image.
   *
   * @default - an image without a plan
   * @see AzureMachineTemplate.spec.template.spec.image.computeGallery.plan (infrastructure.cluster.x-k8s.io)
   */
  readonly plan?: AzureImagePlan;
}

/** Options of {@link AzureImage.marketplace}. */
export interface AzureMarketplaceImageOptions extends AzureImagePlan {
  /**
   * Version of the image, such as `1.34.3`, or `latest`.
   *
   * @see AzureMachineTemplate.spec.template.spec.image.marketplace.version (infrastructure.cluster.x-k8s.io)
   */
  readonly version: string;
  /**
   * Whether the image comes from a publisher other than Microsoft, so that its plan must be accepted.
   *
   * @default false
   * @see AzureMachineTemplate.spec.template.spec.image.marketplace.thirdPartyImage (infrastructure.cluster.x-k8s.io)
   */
  readonly thirdParty?: boolean;
}

/** Defaults of {@link AzureMarketplaceImageOptions}. */
export const AZURE_MARKETPLACE_DEFAULTS = Object.freeze({ thirdParty: false });

/** Image that machines boot from, as plain data. */
export type AzureImageModel =
  | { readonly kind: 'reference' }
  | { readonly kind: 'id'; readonly id: string }
  | ({ readonly kind: 'gallery' } & AzureGalleryImageOptions)
  | ({ readonly kind: 'marketplace' } & AzureMarketplaceImageOptions);

/** Image that machines boot from. */
export class AzureImage {
  /** Image from the provider's community gallery for the machine's Kubernetes version; not meant for production. */
  static reference(): AzureImage {
    return new AzureImage({ kind: 'reference' });
  }

  /** Image by its resource ID. */
  static fromId(id: string): AzureImage {
    return new AzureImage({ kind: 'id', id });
  }

  /** Image from a compute gallery. */
  static gallery(options: AzureGalleryImageOptions): AzureImage {
    return new AzureImage({ kind: 'gallery', ...options });
  }

  /** Image from the Azure Marketplace. */
  static marketplace(options: AzureMarketplaceImageOptions): AzureImage {
    return new AzureImage({ kind: 'marketplace', ...AZURE_MARKETPLACE_DEFAULTS, ...options });
  }

  /** @deprecated Use {@link AzureImage.fromId}. */
  static id(id: string): AzureImage {
    return AzureImage.fromId(id);
  }

  private constructor(
    /** Model of the choice. */
    readonly model: AzureImageModel,
  ) {}
}
