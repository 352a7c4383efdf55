import type { ImageName } from '../../cluster/model/images';

/** Images of {@link Addon.cinderCsi}, such as those of a mirror; one without a tag gets that of the known image. */
export interface CinderImages {
  /**
   * Image of the driver; without a tag it gets that of the `version`.
   *
   * @default - `registry.k8s.io/provider-os/cinder-csi-plugin`
   */
  readonly plugin?: string;
  /**
   * Image of the container that attaches volumes.
   *
   * @default - `registry.k8s.io/sig-storage/csi-attacher`
   */
  readonly attacher?: string;
  /**
   * Image of the container that makes volumes.
   *
   * @default - `registry.k8s.io/sig-storage/csi-provisioner`
   */
  readonly provisioner?: string;
  /**
   * Image of the container that grows volumes.
   *
   * @default - `registry.k8s.io/sig-storage/csi-resizer`
   */
  readonly resizer?: string;
  /**
   * Image of the container that takes snapshots.
   *
   * @default - `registry.k8s.io/sig-storage/csi-snapshotter`
   */
  readonly snapshotter?: string;
  /**
   * Image of the container that registers the driver with the kubelet.
   *
   * @default - `registry.k8s.io/sig-storage/csi-node-driver-registrar`
   */
  readonly registrar?: string;
  /**
   * Image of the container that watches the driver.
   *
   * @default - `registry.k8s.io/sig-storage/livenessprobe`
   */
  readonly livenessProbe?: string;
}

/** Known images by the names of their props. */
export const CINDER_IMAGE_NAMES: Readonly<Record<keyof CinderImages, ImageName>> = Object.freeze({
  plugin: 'cinderCsiPlugin',
  attacher: 'csiAttacher',
  provisioner: 'csiProvisioner',
  resizer: 'csiResizer',
  snapshotter: 'csiSnapshotter',
  registrar: 'csiNodeDriverRegistrar',
  livenessProbe: 'livenessProbe',
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
