import { CSI_IMAGE_NAMES, type CsiImages } from '../../addons/catalogue/csi-images';
import type { ImageName } from '../../cluster/model/images';

/** Images of {@link Addon.ebsCsi}, such as those of a mirror; one without a tag gets that of the known image. */
export interface EbsImages extends CsiImages {
  /**
   * Image of the driver; without a tag it gets that of the `version`.
   *
   * @default - `registry.k8s.io/provider-aws/aws-ebs-csi-driver`
   */
  readonly plugin?: string;
}

/** Known images by the names of their props. */
export const EBS_IMAGE_NAMES: Readonly<Record<keyof EbsImages, ImageName>> = Object.freeze({
  plugin: 'ebsCsiDriver',
  ...CSI_IMAGE_NAMES,
});

/** What the EBS driver's objects depend on, besides the cluster's name. */
export interface EbsSettings {
  /** Images of the driver and of the containers beside it. */
  readonly images: Readonly<Record<keyof EbsImages, string>>;
  /** Region of the volumes. */
  readonly region: string;
  /** Whether snapshots are taken. */
  readonly snapshots: boolean;
  /** Whether keys of a user are in a Secret, in place of the rights of an instance profile. */
  readonly hasKeys: boolean;
}
