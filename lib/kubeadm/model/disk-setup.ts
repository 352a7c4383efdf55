/** Partition table written to a disk. */
export interface DiskPartition {
  /** Disk, such as `/dev/vdb`. */
  readonly device: string;
  /** Whether one partition fills the disk; if false, the table stays empty. */
  readonly layout: boolean;
  /** Whether an existing table is overwritten, which destroys the data on the disk. */
  readonly overwrite: boolean;
  /** Type of the table. */
  readonly tableType: 'gpt' | 'mbr';
}

/** File system created on a disk. */
export interface DiskFilesystem {
  /** Disk, or one of its partitions. */
  readonly device: string;
  /** Type of the file system, such as `ext4`. */
  readonly filesystem: string;
  /** Label by which mounts refer to the file system. */
  readonly label: string;
  /**
   * Partition to use: its number, `auto`, `any` or `none`.
   *
   * @default - the device itself
   * @see KubeadmConfigSpec.diskSetup.filesystems.partition (bootstrap.cluster.x-k8s.io)
   */
  readonly partition?: string;
  /**
   * Whether an existing file system is overwritten, which destroys its data.
   *
   * @default - an existing file system is kept
   * @see KubeadmConfigSpec.diskSetup.filesystems.overwrite (bootstrap.cluster.x-k8s.io)
   */
  readonly overwrite?: boolean;
  /**
   * Options of the command that creates the file system.
   *
   * @default - no options
   * @see KubeadmConfigSpec.diskSetup.filesystems.extraOpts (bootstrap.cluster.x-k8s.io)
   */
  readonly extraOpts?: readonly string[];
}

/** Setup of a machine's disks before anything is mounted. */
export interface DiskSetup {
  /** Partition tables, in the order in which they are written. */
  readonly partitions: readonly DiskPartition[];
  /** File systems, in the order in which they are created. */
  readonly filesystems: readonly DiskFilesystem[];
}
