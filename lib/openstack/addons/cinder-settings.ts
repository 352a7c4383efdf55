import { type CsiImages, KNOWN_CSI_IMAGES } from '../../addons/catalogue/csi-images';
import type { KnownImage } from '../../cluster/model/known-image';
import { OPENSTACK_IMAGES } from './images';

/** Images of {@link Addon.cinderCsi}, such as those of a mirror; without a tag, one gets that of the known image. */
export interface CinderImages extends CsiImages {
  /**
   * Image of the driver; without a tag, it gets that of `version`.
   *
   * @default - `registry.k8s.io/provider-os/cinder-csi-plugin`
   */
  readonly plugin?: string;
}

/** Known images by prop name. */
export const KNOWN_CINDER_IMAGES: Readonly<Record<keyof CinderImages, KnownImage>> = Object.freeze({
  plugin: OPENSTACK_IMAGES.cinderCsiPlugin,
  ...KNOWN_CSI_IMAGES,
});

/** Settings of the Cinder driver's objects, besides the cluster's name. */
export interface CinderSettings {
  /** Release of the driver. */
  readonly version: string;
  /** Images of the driver and its sidecar containers. */
  readonly images: Readonly<Record<keyof CinderImages, string>>;
  /** Whether the credentials are delivered with the addon. */
  readonly plaintext: boolean;
  /** Whether snapshots are supported. */
  readonly snapshots: boolean;
  /** Whether volumes are created in the zone of their node. */
  readonly topology: boolean;
  /** Name of the object with `cloud.conf`. */
  readonly configName: string;
}
