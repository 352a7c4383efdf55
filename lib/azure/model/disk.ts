import { FAST_STORAGE } from './limits';
/** Host caching of a disk. */
export type AzureDiskCaching = 'None' | 'ReadOnly' | 'ReadWrite';

/** Types of managed disks. */
export type AzureStorageType =
  | 'Standard_LRS'
  | 'StandardSSD_LRS'
  | 'StandardSSD_ZRS'
  | 'Premium_LRS'
  | 'Premium_ZRS'
  | 'PremiumV2_LRS'
  | 'UltraSSD_LRS';

/** Controller of data disks. */
export type AzureDiskController = 'SCSI' | 'NVMe';

/** Fields of all disks. */
export interface AzureDisk {
  /**
   * Size in gibibytes.
   *
   * @see AzureMachineTemplate.spec.template.spec.osDisk.diskSizeGB (infrastructure.cluster.x-k8s.io)
   */
  readonly sizeGiB: number;
  /**
   * Type of the disk.
   *
   * @default - the best type that the VM size supports
   * @see AzureMachineTemplate.spec.template.spec.osDisk.managedDisk.storageAccountType (infrastructure.cluster.x-k8s.io)
   */
  readonly storageType?: AzureStorageType;
  /**
   * Host caching.
   *
   * @default - `ReadOnly` for an ephemeral disk, `ReadWrite` for a data disk whose type supports it, otherwise `None`
   * @see AzureMachineTemplate.spec.template.spec.osDisk.cachingType (infrastructure.cluster.x-k8s.io)
   */
  readonly caching?: AzureDiskCaching;
  /**
   * ID of the disk encryption set whose key encrypts the disk; needs `storageType`.
   *
   * @default - a platform-managed key
   * @see AzureMachineTemplate.spec.template.spec.osDisk.managedDisk.diskEncryptionSet (infrastructure.cluster.x-k8s.io)
   */
  readonly encryptionSetId?: string;
}

/** OS disk of a machine. */
export interface AzureOsDisk extends AzureDisk {
  /**
   * Placement of an ephemeral disk on the host. Such a disk is fast, but lost when the machine moves.
   *
   * @default - a managed disk
   * @see AzureMachineTemplate.spec.template.spec.osDisk.diffDiskSettings (infrastructure.cluster.x-k8s.io)
   */
  readonly ephemeral?: 'CacheDisk' | 'NvmeDisk' | 'ResourceDisk';
  /**
   * Encryption of a confidential VM; needs `storageType` and `securityProfile`.
   *
   * @default - not a confidential VM
   * @see AzureMachineTemplate.spec.template.spec.osDisk.managedDisk.securityProfile (infrastructure.cluster.x-k8s.io)
   */
  readonly confidentialEncryption?: 'VMGuestStateOnly' | 'DiskWithVMGuestState';
}

/** Data disk of a machine. */
export interface AzureDataDisk extends AzureDisk {
  /**
   * Suffix of the disk's name, after the name of its machine.
   *
   * @see AzureMachineTemplate.spec.template.spec.dataDisks.nameSuffix (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * LUN of the disk on its machine, 0 to 63.
   *
   * LUN 1 is at `/dev/disk/azure/scsi1/lun1`, or at `/dev/disk/azure/data/by-lun/1` on a VM size with NVMe.
   *
   * @see AzureMachineTemplate.spec.template.spec.dataDisks.lun (infrastructure.cluster.x-k8s.io)
   */
  readonly lun: number;
}

/** Largest disk with host caching, in gibibytes. */
const MOST_CACHED_GIB = 4_095;

/** Returns whether a data disk does not support host caching. */
export function isUncached({ storageType, sizeGiB }: AzureDisk): boolean {
  return FAST_STORAGE.includes(storageType) || sizeGiB > MOST_CACHED_GIB;
}

/** Returns the device of a data disk: the link from the udev rules of the Azure agent or of azure-vm-utils. */
export function diskDevice(lun: number, controller: AzureDiskController): string {
  return controller === 'NVMe'
    ? `/dev/disk/azure/data/by-lun/${lun}`
    : `/dev/disk/azure/scsi1/lun${lun}`;
}
