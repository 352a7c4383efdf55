import { type CsiImages, KNOWN_CSI_IMAGES } from '../../addons/catalogue/csi-images';
import type { KnownImage } from '../../cluster/model/known-image';
import { HETZNER_IMAGES } from './images';
import type { TokenRef } from './token-access';

/** Images of {@link Addon.hcloudCsi}, for example from a mirror. An image without a tag gets the tag of the known image. */
export interface HCloudCsiImages extends Omit<CsiImages, 'snapshotter'> {
  /**
   * Image of the driver. Without a tag it gets the tag of the `version`.
   *
   * @default - `docker.io/hetznercloud/hcloud-csi-driver`
   */
  readonly driver?: string;
}

/** Known images by prop. */
export const KNOWN_HCLOUD_IMAGES: Readonly<
  Record<keyof (CsiImages & HCloudCsiImages), KnownImage>
> = Object.freeze({ driver: HETZNER_IMAGES.csiDriver, ...KNOWN_CSI_IMAGES });

/** Inputs of the driver's manifests. */
export interface HCloudCsiSettings {
  /** Images of the driver and its sidecars. */
  readonly images: Readonly<Record<keyof typeof KNOWN_HCLOUD_IMAGES, string>>;
  /** Secret in the workload cluster that holds the token. */
  readonly token: TokenRef;
}

/** Name of the driver in storage classes and volumes. */
export const HCLOUD_CSI_DRIVER = 'csi.hetzner.cloud';
