import type { AzureDataDisk, AzureDisk } from './disk';

/** Options of {@link AzureEtcdDisk.own}. */
export interface AzureEtcdDiskOptions extends Partial<AzureDisk> {}

/** Defaults of {@link AzureEtcdDiskOptions}. */
export const AZURE_ETCD_DISK_DEFAULTS = Object.freeze({ sizeGiB: 256 });

/** LUN of the etcd disk. */
const ETCD_LUN = 0;

/** Data disks of a machine. */
export interface WithDisks {
  /** Disk that only etcd uses, if any. */
  readonly etcdDisk?: AzureDataDisk | undefined;
  /** Other data disks, if any. */
  readonly dataDisks?: readonly AzureDataDisk[] | undefined;
}

/** Returns all data disks of a machine, including the etcd disk. */
export function allDataDisks({ etcdDisk, dataDisks = [] }: WithDisks): readonly AzureDataDisk[] {
  return etcdDisk === undefined ? dataDisks : [etcdDisk, ...dataDisks];
}

/** Disk of etcd, as plain data; undefined for no separate disk. */
export type AzureEtcdDiskModel = AzureDataDisk | undefined;

/** Disk for etcd's data on control plane machines. */
export class AzureEtcdDisk {
  /** A data disk with LUN 0, 256 GiB by default, with a file system that only etcd uses. */
  static own(options: AzureEtcdDiskOptions = {}): AzureEtcdDisk {
    const disk = { ...AZURE_ETCD_DISK_DEFAULTS, ...options };
    return new AzureEtcdDisk({ name: 'etcddisk', lun: ETCD_LUN, ...disk });
  }

  /** The OS disk, which etcd shares with everything else. */
  static none(): AzureEtcdDisk {
    return new AzureEtcdDisk(undefined);
  }

  private constructor(
    /** Model of the choice. */
    readonly model: AzureEtcdDiskModel,
  ) {}
}
