import { type CsiImages, KNOWN_CSI_IMAGES } from '../../addons/catalogue/csi-images';
import type { KnownImage } from '../../cluster/model/known-image';
import { VSPHERE_IMAGES } from './images';

/** Images of {@link Addon.vSphereCsi}, such as those of a mirror; one without a tag gets that of the known image. */
export interface VSphereCsiImages extends CsiImages {
  /**
   * Image of the driver; without a tag it gets that of the `version`.
   *
   * @default - `registry.k8s.io/csi-vsphere/driver`
   */
  readonly driver?: string;
  /**
   * Image of the container that tells the vCenter of volumes; without a tag it gets that of the `version`.
   *
   * @default - `registry.k8s.io/csi-vsphere/syncer`
   */
  readonly syncer?: string;
}

/** Known images by the names of their props. */
export const KNOWN_VSPHERE_IMAGES: Readonly<Record<keyof VSphereCsiImages, KnownImage>> =
  Object.freeze({
    driver: VSPHERE_IMAGES.csiDriver,
    syncer: VSPHERE_IMAGES.csiSyncer,
    ...KNOWN_CSI_IMAGES,
  });

/** What the driver's objects depend on. */
export interface VSphereCsiSettings {
  /** Images of the driver and of the containers beside it. */
  readonly images: Readonly<Record<keyof VSphereCsiImages, string>>;
  /** Whether snapshots are taken. */
  readonly snapshots: boolean;
  /** Whether volumes are made where their nodes are. */
  readonly topology: boolean;
}

/** Name of the driver, by which storage classes and volumes know it. */
export const VSPHERE_CSI_DRIVER = 'csi.vsphere.vmware.com';

/** ConfigMap with the settings of the driver, and its key. */
export const CSI_CONFIG = Object.freeze({
  name: 'vsphere-csi-config',
  folder: '/etc/cloud',
  key: 'csi-vsphere.conf',
});

/** ConfigMap with what the driver may try out. */
export const CSI_FEATURES = 'internal-feature-states.csi.vsphere.vmware.com';
