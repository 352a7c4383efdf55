/** Partition table that is written onto a disk. */
export interface DiskPartition {
  /** Disk, such as `/dev/vdb`. */
  readonly device: string;
  /** Whether one partition fills the disk; without it the table stays empty. */
  readonly layout: boolean;
  /** Whether a table that is there already is written anew, with the loss of what the disk holds. */
  readonly overwrite: boolean;
  /** Kind of the table. */
  readonly tableType: 'gpt' | 'mbr';
}

/** File system that is made on a disk. */
export interface DiskFilesystem {
  /** Disk, or one of its partitions. */
  readonly device: string;
  /** Kind of the file system, such as `ext4`. */
  readonly filesystem: string;
  /** Label by which mounts find the file system. */
  readonly label: string;
  /**
   * Partition to use: its number, `auto`, `any` or `none`.
   *
   * @default - the device as it is
   * @see KubeadmConfigSpec.diskSetup.filesystems.partition (bootstrap.cluster.x-k8s.io)
   */
  readonly partition?: string;
  /**
   * Whether a file system that is there already is made anew, with the loss of what it holds.
   *
   * @default - one that is there stays
   * @see KubeadmConfigSpec.diskSetup.filesystems.overwrite (bootstrap.cluster.x-k8s.io)
   */
  readonly overwrite?: boolean;
  /**
   * Options of the command that makes the file system.
   *
   * @default - no options
   * @see KubeadmConfigSpec.diskSetup.filesystems.extraOpts (bootstrap.cluster.x-k8s.io)
   */
  readonly extraOpts?: readonly string[];
}

/** What is done to the disks of a machine before anything is mounted. */
export interface DiskSetup {
  /** Partition tables, in the order in which they are written. */
  readonly partitions: readonly DiskPartition[];
  /** File systems, in the order in which they are made. */
  readonly filesystems: readonly DiskFilesystem[];
}
