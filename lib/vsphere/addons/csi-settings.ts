import { type CsiImages, KNOWN_CSI_IMAGES } from '../../addons/catalogue/csi-images';
import type { KnownImage } from '../../cluster/model/known-image';
import { VSPHERE_IMAGES } from './images';

/** Images of {@link Addon.vSphereCsi}, for example from a mirror. An image without a tag gets the tag of the known image. */
export interface VSphereCsiImages extends CsiImages {
  /**
   * Image of the driver. Without a tag it gets the tag of the `version`.
   *
   * @default - `registry.k8s.io/csi-vsphere/driver`
   */
  readonly driver?: string;
  /**
   * Image of the container that reports volumes to the vCenter. Without a tag it gets the tag of the `version`.
   *
   * @default - `registry.k8s.io/csi-vsphere/syncer`
   */
  readonly syncer?: string;
}

/** Known images by prop. */
export const KNOWN_VSPHERE_IMAGES: Readonly<Record<keyof VSphereCsiImages, KnownImage>> =
  Object.freeze({
    driver: VSPHERE_IMAGES.csiDriver,
    syncer: VSPHERE_IMAGES.csiSyncer,
    ...KNOWN_CSI_IMAGES,
  });

/** Inputs of the driver's manifests. */
export interface VSphereCsiSettings {
  /** Images of the driver and its sidecars. */
  readonly images: Readonly<Record<keyof VSphereCsiImages, string>>;
  /** Whether volume snapshots are enabled. */
  readonly snapshots: boolean;
  /** Whether volume provisioning is topology-aware. */
  readonly topology: boolean;
}

/** Name of the driver in storage classes and volumes. */
export const VSPHERE_CSI_DRIVER = 'csi.vsphere.vmware.com';

/** ConfigMap with the settings of the driver, its mount folder and its key. */
export const CSI_CONFIG = Object.freeze({
  name: 'vsphere-csi-config',
  folder: '/etc/cloud',
  key: 'csi-vsphere.conf',
});

/** ConfigMap with the feature switches of the driver. */
export const CSI_FEATURES = 'internal-feature-states.csi.vsphere.vmware.com';
