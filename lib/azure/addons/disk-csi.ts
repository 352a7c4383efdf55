import { addonImages, within } from '../../addons/catalogue/addon-image';
import type { DescribeAddon } from '../../addons/catalogue/addon-parts';
import { plainRelease } from '../../addons/catalogue/addon-version';
import { cloudAddon } from '../../addons/catalogue/cloud-addon';
import {
  type CsiStorage,
  type CsiStorageClass,
  knownClass,
  storageObjects,
} from '../../addons/catalogue/csi-storage';
import type { DeliveryOptions } from '../../addons/catalogue/delivery';
import { knownRelease } from '../../cluster/model/known-image';
import type { AzureDiskCaching, AzureStorageType } from '../model/disk';
import { FAST_STORAGE } from '../model/limits';
import type { AzureAddonContext } from './addon-context';
import { AZURE_DISK_DRIVER, diskController, diskNode } from './disk-objects';
import { type AzureDiskImages, KNOWN_AZURE_DISK_IMAGES } from './disk-settings';
import { AZURE_IMAGES } from './images';

/** Storage class of disks of Azure. */
export interface AzureDiskStorageClass extends CsiStorageClass {
  /**
   * Kind of the disks.
   *
   * @default 'StandardSSD_LRS'
   */
  readonly skuName?: AzureStorageType;
  /**
   * How machines keep what they read and write; `None` for `UltraSSD_LRS` and `PremiumV2_LRS`.
   *
   * @default - the driver's own, `ReadOnly`, or `None` where the kind takes no other
   */
  readonly cachingMode?: AzureDiskCaching;
  /**
   * Reads and writes in a second, for `UltraSSD_LRS` and `PremiumV2_LRS`.
   *
   * @default - what the kind has
   */
  readonly iops?: number;
  /**
   * Megabytes in a second, for `UltraSSD_LRS` and `PremiumV2_LRS`.
   *
   * @default - what the kind has
   */
  readonly throughput?: number;
  /**
   * Identifier of the disk encryption set with whose key disks are encrypted.
   *
   * @default - a key of Azure
   */
  readonly diskEncryptionSetId?: string;
}

/** Options of {@link Addon.azureDiskCsi}. */
export interface AzureDiskCsiOptions extends DeliveryOptions {
  /**
   * Release of the driver, whose numbers are not those of Kubernetes.
   *
   * @default - the release that the library knows
   */
  readonly version?: string;
  /**
   * Images of the driver and of the containers beside it, such as those of a mirror.
   *
   * @default - the released ones
   */
  readonly images?: AzureDiskImages;
  /**
   * Storage classes that are made.
   *
   * @default - no classes
   */
  readonly storageClasses?: readonly AzureDiskStorageClass[];
  /**
   * Whether snapshots are taken, for which the cluster needs the snapshot CRDs and their controller.
   *
   * @default false
   */
  readonly snapshots?: boolean;
}

/** Defaults of {@link AzureDiskStorageClass} and {@link AzureDiskCsiOptions}. */
export const AZURE_DISK_DEFAULTS = Object.freeze({
  skuName: 'StandardSSD_LRS',
  snapshots: false,
} as const);

/** Name that the user gives the addon by choosing it. */
export const AZURE_DISK_CSI = 'azuredisk-csi';

const CLOUD = { kind: 'azure', part: 'csi-driver' } as const;

/** Storage of the driver. */
const STORAGE: CsiStorage<AzureDiskStorageClass> = {
  addon: AZURE_DISK_CSI,
  driver: AZURE_DISK_DRIVER,
  spec: { attachRequired: true, podInfoOnMount: false, fsGroupPolicy: 'File' },
  parametersOf({ skuName = AZURE_DISK_DEFAULTS.skuName, ...rest }) {
    const { cachingMode = FAST_STORAGE.includes(skuName) ? 'None' : undefined } = rest;
    const { iops, throughput, diskEncryptionSetId } = rest;
    return {
      skuName,
      ...(cachingMode === undefined ? {} : { cachingMode }),
      ...(iops === undefined ? {} : { DiskIOPSReadWrite: String(iops) }),
      ...(throughput === undefined ? {} : { DiskMBpsReadWrite: String(throughput) }),
      ...(diskEncryptionSetId === undefined ? {} : { diskEncryptionSetID: diskEncryptionSetId }),
    };
  },
};

/** Describes the Azure Disk CSI driver, whose rights are those of the control plane's machines. */
export function describeAzureDiskCsi(options: AzureDiskCsiOptions): DescribeAddon {
  const { storageClasses: classes = [] } = options;
  return cloudAddon(AZURE_DISK_CSI, CLOUD, (context: AzureAddonContext) => {
    const version = plainRelease(options.version ?? knownRelease(AZURE_IMAGES.diskCsiDriver));
    const { images, given } = addonImages(context, KNOWN_AZURE_DISK_IMAGES, options.images, {
      plugin: version,
    });
    const settings = { images, snapshots: options.snapshots ?? AZURE_DISK_DEFAULTS.snapshots };
    const entries = [
      { key: 'controller', documents: diskController(settings) },
      { key: 'node', documents: diskNode(settings) },
      { key: 'storage', documents: storageObjects(STORAGE, classes) },
    ];
    return {
      type: AZURE_DISK_CSI,
      strategy: 'Reconcile',
      version,
      images: within('images', given),
      storageClasses: classes.map(knownClass),
      payload: [{ kind: 'configMap', suffix: '', entries }],
    };
  });
}
