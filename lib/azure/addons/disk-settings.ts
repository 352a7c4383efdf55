import { type CsiImages, KNOWN_CSI_IMAGES } from '../../addons/catalogue/csi-images';
import type { KnownImage } from '../../cluster/model/known-image';
import { AZURE_IMAGES } from './images';

/** Images of {@link Addon.azureDiskCsi}, such as those of a mirror; one without a tag gets that of the known image. */
export interface AzureDiskImages extends CsiImages {
  /**
   * Image of the driver; without a tag it gets that of the `version`.
   *
   * @default - `mcr.microsoft.com/oss/kubernetes-csi/azuredisk-csi`, of releases from 1.32.12, 1.33.5 and 1.34 on in `oss/v2`
   */
  readonly plugin?: string;
}

/** Known images by the names of their props. */
export const KNOWN_AZURE_DISK_IMAGES: Readonly<Record<keyof AzureDiskImages, KnownImage>> =
  Object.freeze({ plugin: AZURE_IMAGES.diskCsiDriver, ...KNOWN_CSI_IMAGES });

/** What the Azure Disk driver's objects depend on. */
export interface AzureDiskSettings {
  /** Images of the driver and of the containers beside it. */
  readonly images: Readonly<Record<keyof AzureDiskImages, string>>;
  /** Whether snapshots are taken. */
  readonly snapshots: boolean;
}
