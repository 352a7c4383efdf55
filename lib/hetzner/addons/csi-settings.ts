import { type CsiImages, KNOWN_CSI_IMAGES } from '../../addons/catalogue/csi-images';
import type { KnownImage } from '../../cluster/model/known-image';
import { HETZNER_IMAGES } from './images';
import type { TokenRef } from './token-access';

/** Images of {@link Addon.hcloudCsi}, such as those of a mirror; one without a tag gets that of the known image. */
export interface HCloudCsiImages extends Omit<CsiImages, 'snapshotter'> {
  /**
   * Image of the driver; without a tag it gets that of the `version`.
   *
   * @default - `docker.io/hetznercloud/hcloud-csi-driver`
   */
  readonly driver?: string;
}

/** Known images by the names of their props. */
export const KNOWN_HCLOUD_IMAGES: Readonly<
  Record<keyof (CsiImages & HCloudCsiImages), KnownImage>
> = Object.freeze({ driver: HETZNER_IMAGES.csiDriver, ...KNOWN_CSI_IMAGES });

/** What the driver's objects depend on. */
export interface HCloudCsiSettings {
  /** Images of the driver and of the containers beside it. */
  readonly images: Readonly<Record<keyof typeof KNOWN_HCLOUD_IMAGES, string>>;
  /** Secret of the workload cluster with the token. */
  readonly token: TokenRef;
}

/** Name of the driver, by which storage classes and volumes know it. */
export const HCLOUD_CSI_DRIVER = 'csi.hetzner.cloud';
