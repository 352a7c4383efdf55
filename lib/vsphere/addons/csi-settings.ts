import { CSI_IMAGE_NAMES, type CsiImages } from '../../addons/catalogue/csi-images';
import type { ImageName } from '../../cluster/model/images';

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
export const VSPHERE_CSI_IMAGE_NAMES: Readonly<Record<keyof VSphereCsiImages, ImageName>> =
  Object.freeze({ driver: 'vSphereCsiDriver', syncer: 'vSphereCsiSyncer', ...CSI_IMAGE_NAMES });

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
