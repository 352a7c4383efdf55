import { CSI_IMAGE_NAMES, type CsiImages } from '../../addons/catalogue/csi-images';
import type { ImageName } from '../../cluster/model/images';

/** Images of {@link Addon.azureDiskCsi}, such as those of a mirror; one without a tag gets that of the known image. */
export interface AzureDiskImages extends CsiImages {
  /**
   * Image of the driver; without a tag it gets that of the `version`.
   *
   * @default - `mcr.microsoft.com/oss/kubernetes-csi/azuredisk-csi`
   */
  readonly plugin?: string;
}

/** Known images by the names of their props. */
export const AZURE_DISK_IMAGE_NAMES: Readonly<Record<keyof AzureDiskImages, ImageName>> =
  Object.freeze({ plugin: 'azureDiskCsiDriver', ...CSI_IMAGE_NAMES });

/** What the Azure Disk driver's objects depend on. */
export interface AzureDiskSettings {
  /** Images of the driver and of the containers beside it. */
  readonly images: Readonly<Record<keyof AzureDiskImages, string>>;
  /** Whether snapshots are taken. */
  readonly snapshots: boolean;
}
