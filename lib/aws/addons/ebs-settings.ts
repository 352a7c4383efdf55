import { type CsiImages, KNOWN_CSI_IMAGES } from '../../addons/catalogue/csi-images';
import type { KnownImage } from '../../cluster/model/known-image';
import { AWS_IMAGES } from './images';

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
export const KNOWN_EBS_IMAGES: Readonly<Record<keyof EbsImages, KnownImage>> = Object.freeze({
  plugin: AWS_IMAGES.ebsCsiDriver,
  ...KNOWN_CSI_IMAGES,
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
