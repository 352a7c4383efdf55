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

/** Storage class of Azure disks. */
export interface AzureDiskStorageClass extends CsiStorageClass {
  /**
   * Type of the disks.
   *
   * @default 'StandardSSD_LRS'
   */
  readonly skuName?: AzureStorageType;
  /**
   * Host caching; must be `None` for `UltraSSD_LRS` and `PremiumV2_LRS`.
   *
   * @default - the driver's default, `ReadOnly`, or `None` for types without caching
   */
  readonly cachingMode?: AzureDiskCaching;
  /**
   * I/O operations per second, for `UltraSSD_LRS` and `PremiumV2_LRS`.
   *
   * @default - the default of the type
   */
  readonly iops?: number;
  /**
   * Throughput in megabytes per second, for `UltraSSD_LRS` and `PremiumV2_LRS`.
   *
   * @default - the default of the type
   */
  readonly throughput?: number;
  /**
   * ID of the disk encryption set whose key encrypts the disks.
   *
   * @default - a platform-managed key
   */
  readonly diskEncryptionSetId?: string;
}

/** Options of {@link Addon.azureDiskCsi}. */
export interface AzureDiskCsiOptions extends DeliveryOptions {
  /**
   * Release of the driver, which is versioned independently of Kubernetes.
   *
   * @default - the library's known release
   */
  readonly version?: string;
  /**
   * Images of the driver and its sidecars, such as mirrored ones.
   *
   * @default - the released images
   */
  readonly images?: AzureDiskImages;
  /**
   * Storage classes to create.
   *
   * @default - no storage classes
   */
  readonly storageClasses?: readonly AzureDiskStorageClass[];
  /**
   * Whether to support snapshots, which need the snapshot CRDs and controller in the cluster.
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

/** Name of the addon. */
export const AZURE_DISK_CSI = 'azuredisk-csi';

const CLOUD = { kind: 'azure', part: 'csi-driver' } as const;

/** Storage settings of the driver. */
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

/** Describes the Azure Disk CSI driver, which uses the identity of the control plane machines. */
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
