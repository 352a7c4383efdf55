import { FAST_STORAGE } from './limits';
/** How a virtual machine keeps what it has read from a disk and what it writes to it. */
export type AzureDiskCaching = 'None' | 'ReadOnly' | 'ReadWrite';

/** Kinds of managed disks. */
export type AzureStorageType =
  | 'Standard_LRS'
  | 'StandardSSD_LRS'
  | 'StandardSSD_ZRS'
  | 'Premium_LRS'
  | 'Premium_ZRS'
  | 'PremiumV2_LRS'
  | 'UltraSSD_LRS';

/** How data disks are attached to a virtual machine. */
export type AzureDiskController = 'SCSI' | 'NVMe';

/** Fields of disks of either kind. */
export interface AzureDisk {
  /**
   * Size in gibibytes.
   *
   * @see AzureMachineTemplate.spec.template.spec.osDisk.diskSizeGB (infrastructure.cluster.x-k8s.io)
   */
  readonly sizeGiB: number;
  /**
   * Kind of the disk.
   *
   * @default - the best that the size of the machine takes
   * @see AzureMachineTemplate.spec.template.spec.osDisk.managedDisk.storageAccountType (infrastructure.cluster.x-k8s.io)
   */
  readonly storageType?: AzureStorageType;
  /**
   * How the machine keeps what it reads and writes.
   *
   * @default - `None`, `ReadOnly` for an ephemeral disk, or for a data disk `ReadWrite` where its kind takes that
   * @see AzureMachineTemplate.spec.template.spec.osDisk.cachingType (infrastructure.cluster.x-k8s.io)
   */
  readonly caching?: AzureDiskCaching;
  /**
   * Identifier of the disk encryption set with whose key the disk is encrypted; needs `storageType`.
   *
   * @default - a key of Azure
   * @see AzureMachineTemplate.spec.template.spec.osDisk.managedDisk.diskEncryptionSet (infrastructure.cluster.x-k8s.io)
   */
  readonly encryptionSetId?: string;
}

/** Disk that a machine boots from. */
export interface AzureOsDisk extends AzureDisk {
  /**
   * Where the disk is on the host, so that it is fast, and lost when the machine moves.
   *
   * @default - a managed disk
   * @see AzureMachineTemplate.spec.template.spec.osDisk.diffDiskSettings (infrastructure.cluster.x-k8s.io)
   */
  readonly ephemeral?: 'CacheDisk' | 'NvmeDisk' | 'ResourceDisk';
  /**
   * What of a confidential virtual machine is encrypted; needs `storageType` and `securityProfile`.
   *
   * @default - a machine that is not confidential
   * @see AzureMachineTemplate.spec.template.spec.osDisk.managedDisk.securityProfile (infrastructure.cluster.x-k8s.io)
   */
  readonly confidentialEncryption?: 'VMGuestStateOnly' | 'DiskWithVMGuestState';
}

/** Disk besides the one that a machine boots from. */
export interface AzureDataDisk extends AzureDisk {
  /**
   * End of the disk's name, after that of its machine.
   *
   * @see AzureMachineTemplate.spec.template.spec.dataDisks.nameSuffix (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Number of the disk on its machine, 0 to 63.
   *
   * Number 1 is found at `/dev/disk/azure/scsi1/lun1`, or at `/dev/disk/azure/data/by-lun/1` where the size has NVMe.
   *
   * @see AzureMachineTemplate.spec.template.spec.dataDisks.lun (infrastructure.cluster.x-k8s.io)
   */
  readonly lun: number;
}

/** Largest disk of which machines keep something, in gibibytes. */
const MOST_CACHED_GIB = 4_095;

/** Tells whether machines can keep nothing of a data disk. */
export function isUncached({ storageType, sizeGiB }: AzureDisk): boolean {
  return FAST_STORAGE.includes(storageType) || sizeGiB > MOST_CACHED_GIB;
}

/** Device of the data disk with a number: the link that udev makes of it, by the agent's rules or those of azure-vm-utils. */
export function diskDevice(lun: number, controller: AzureDiskController): string {
  return controller === 'NVMe'
    ? `/dev/disk/azure/data/by-lun/${lun}`
    : `/dev/disk/azure/scsi1/lun${lun}`;
}
