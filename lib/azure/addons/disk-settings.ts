import { type CsiImages, KNOWN_CSI_IMAGES } from '../../addons/catalogue/csi-images';
import type { KnownImage } from '../../cluster/model/known-image';
import { AZURE_IMAGES } from './images';

/** Images of {@link Addon.azureDiskCsi}, such as mirrored ones. The tag defaults to that of the known image. */
export interface AzureDiskImages extends CsiImages {
  /**
   * Image of the driver. The tag defaults to `version`.
   *
   * @default - `mcr.microsoft.com/oss/kubernetes-csi/azuredisk-csi`, in `oss/v2` since releases 1.32.12, 1.33.5 and 1.34
   */
  readonly plugin?: string;
}

/** Known images by prop. */
export const KNOWN_AZURE_DISK_IMAGES: Readonly<Record<keyof AzureDiskImages, KnownImage>> =
  Object.freeze({ plugin: AZURE_IMAGES.diskCsiDriver, ...KNOWN_CSI_IMAGES });

/** Settings of the Azure Disk driver's objects. */
export interface AzureDiskSettings {
  /** Images of the driver and its sidecars. */
  readonly images: Readonly<Record<keyof AzureDiskImages, string>>;
  /** Whether snapshots are supported. */
  readonly snapshots: boolean;
}
