import type { AzureDataDisk, AzureDisk } from './disk';

/** Options of {@link AzureEtcdDisk.own}. */
export interface AzureEtcdDiskOptions extends Partial<AzureDisk> {}

/** Defaults of {@link AzureEtcdDiskOptions}. */
export const AZURE_ETCD_DISK_DEFAULTS = Object.freeze({ sizeGiB: 256 });

/** Number of the disk of etcd on its machine. */
const ETCD_LUN = 0;

/** Machines with a disk for etcd, or without. */
export interface WithDisks {
  /** Disk that etcd alone uses; absent for none. */
  readonly etcdDisk?: AzureDataDisk | undefined;
  /** Other disks; absent for none. */
  readonly dataDisks?: readonly AzureDataDisk[] | undefined;
}

/** Disks of a machine besides the one that it boots from, that of etcd among them. */
export function allDataDisks({ etcdDisk, dataDisks = [] }: WithDisks): readonly AzureDataDisk[] {
  return etcdDisk === undefined ? dataDisks : [etcdDisk, ...dataDisks];
}

/** Disk of etcd, as plain data; undefined for none of its own. */
export type AzureEtcdDiskModel = AzureDataDisk | undefined;

/** Where etcd keeps its data on machines of a control plane. */
export class AzureEtcdDisk {
  /** A data disk with the number 0, of 256 GiB unless another size is stated, with a file system that etcd alone uses. */
  static own(options: AzureEtcdDiskOptions = {}): AzureEtcdDisk {
    const disk = { ...AZURE_ETCD_DISK_DEFAULTS, ...options };
    return new AzureEtcdDisk({ name: 'etcddisk', lun: ETCD_LUN, ...disk });
  }

  /** The disk that machines boot from, which etcd shares with everything else. */
  static none(): AzureEtcdDisk {
    return new AzureEtcdDisk(undefined);
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: AzureEtcdDiskModel,
  ) {}
}
