import { CSI_IMAGE_NAMES, type CsiImages } from '../../addons/catalogue/csi-images';
import type { ImageName } from '../../cluster/model/images';

/** Images of {@link Addon.cinderCsi}, such as those of a mirror; one without a tag gets that of the known image. */
export interface CinderImages extends CsiImages {
  /**
   * Image of the driver; without a tag it gets that of the `version`.
   *
   * @default - `registry.k8s.io/provider-os/cinder-csi-plugin`
   */
  readonly plugin?: string;
}

/** Known images by the names of their props. */
export const CINDER_IMAGE_NAMES: Readonly<Record<keyof CinderImages, ImageName>> = Object.freeze({
  plugin: 'cinderCsiPlugin',
  ...CSI_IMAGE_NAMES,
});

/** What the Cinder driver's objects depend on, besides the cluster's name. */
export interface CinderSettings {
  /** Release of the driver. */
  readonly version: string;
  /** Images of the driver and of the containers beside it. */
  readonly images: Readonly<Record<keyof CinderImages, string>>;
  /** Whether the credentials are delivered with the addon. */
  readonly plaintext: boolean;
  /** Whether snapshots are taken. */
  readonly snapshots: boolean;
  /** Whether volumes are made in the zone of their node. */
  readonly topology: boolean;
  /** Name of the object with `cloud.conf`. */
  readonly configName: string;
}
