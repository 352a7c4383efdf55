import { type CsiImages, KNOWN_CSI_IMAGES } from '../../addons/catalogue/csi-images';
import type { KnownImage } from '../../cluster/model/known-image';
import { AWS_IMAGES } from './images';

/** Images of {@link Addon.ebsCsi}, such as mirrored ones. The tag defaults to that of the known image. */
export interface EbsImages extends CsiImages {
  /**
   * Image of the driver. The tag defaults to `version`.
   *
   * @default - `registry.k8s.io/provider-aws/aws-ebs-csi-driver`
   */
  readonly plugin?: string;
}

/** Known images by prop. */
export const KNOWN_EBS_IMAGES: Readonly<Record<keyof EbsImages, KnownImage>> = Object.freeze({
  plugin: AWS_IMAGES.ebsCsiDriver,
  ...KNOWN_CSI_IMAGES,
});

/** Settings of the EBS driver's objects, except the cluster's name. */
export interface EbsSettings {
  /** Images of the driver and its sidecars. */
  readonly images: Readonly<Record<keyof EbsImages, string>>;
  /** Region of the volumes. */
  readonly region: string;
  /** Whether snapshots are supported. */
  readonly snapshots: boolean;
  /** Whether the driver uses access keys from a Secret instead of an instance profile. */
  readonly hasKeys: boolean;
}
