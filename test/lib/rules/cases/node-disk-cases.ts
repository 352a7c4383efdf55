import type { DiskFilesystem, DiskPartition } from '../../../../lib/model/disk-setup';
import type { RuleCase } from '../rule-case';
import { booted } from './bootstrap-case';

const TABLE: DiskPartition = {
  device: '/dev/vdb',
  layout: true,
  overwrite: false,
  tableType: 'gpt',
};
const EXT4: DiskFilesystem = { device: '/dev/vdb1', filesystem: 'ext4', label: 'data' };

/** Examples of rules on mounts and disks of machines. */
export const NODE_DISK_CASES: readonly RuleCase[] = [
  {
    rule: 'node-mount-fields',
    broken: booted({ mounts: [['LABEL=a'], ['/dev/vdb', 'var/lib']] }),
    sound: booted({
      mounts: [
        ['LABEL=a', '/var/lib/etcd', 'ext4', 'noatime'],
        ['/dev/vdc', 'none', 'swap'],
      ],
    }),
    says: `mothership/demo/workers: bootstrap.mounts[0] is ["LABEL=a"]
  allowed: a device, an absolute directory, and up to 4 fields more, without spaces
  fix: write ["LABEL=a", "/var/lib/data"] with the directory
mothership/demo/workers: bootstrap.mounts[1] is ["/dev/vdb","var/lib"]
  allowed: a device, an absolute directory, and up to 4 fields more, without spaces
  fix: write ["/dev/vdb", "/var/lib/data"] with the directory`,
  },
  {
    rule: 'node-mount-unique',
    broken: booted({
      mounts: [
        ['LABEL=a', '/data'],
        ['LABEL=b', '/data'],
      ],
    }),
    sound: booted({
      mounts: [
        ['LABEL=a', '/data/a'],
        ['LABEL=b', '/data/b'],
      ],
    }),
    says: `mothership/demo/workers: bootstrap.mounts[1][1] is "/data"
  allowed: a directory that no other mount has
  fix: leave one of them out`,
  },
  {
    rule: 'node-mount-file',
    broken: booted({
      mounts: [['LABEL=a', '/data']],
      files: [{ path: '/data/readme', content: 'a' }],
    }),
    sound: booted({
      mounts: [['LABEL=a', '/data']],
      files: [{ path: '/database', content: 'a' }],
    }),
    says: `mothership/demo/workers: bootstrap.files[0].path is "/data/readme"
  allowed: a path outside "/data", where bootstrap.mounts mounts something
  fix: write it elsewhere, and copy it by a command of bootstrap.preKubeadmCommands`,
  },
  {
    rule: 'node-disk-device',
    broken: disks([{ ...TABLE, device: 'vdb' }], [{ ...EXT4, device: 'LABEL=a' }]),
    sound: disks([TABLE], [{ ...EXT4, device: '/dev/disk/openstack/by-tag/etcd' }]),
    says: `mothership/demo/workers: bootstrap.diskSetup.partitions[0].device is "vdb"
  allowed: the path of a device, such as "/dev/vdb"
  fix: write "/dev/vdb"
mothership/demo/workers: bootstrap.diskSetup.filesystems[0].device is "LABEL=a"
  allowed: the path of a device, such as "/dev/vdb"
  fix: write its path`,
  },
  {
    rule: 'node-disk-root',
    broken: disks([{ ...TABLE, device: '/dev/vda', overwrite: true }], []),
    sound: disks([{ ...TABLE, overwrite: true }], []),
    says: `mothership/demo/workers: bootstrap.diskSetup.partitions[0].overwrite is true
  allowed: false for /dev/vda
  fix: write false, or name the disk that is meant, such as "/dev/vdb"`,
  },
  {
    rule: 'node-disk-unique',
    broken: disks([TABLE, TABLE], [EXT4, { ...EXT4, device: '/dev/vdc1' }]),
    sound: disks(
      [TABLE, { ...TABLE, device: '/dev/vdc' }],
      [EXT4, { ...EXT4, device: '/dev/vdc1', label: 'more' }],
    ),
    says: `mothership/demo/workers: bootstrap.diskSetup.partitions[1].device is "/dev/vdb"
  allowed: a device that no other of the partitions has
  fix: write another device, or leave one out
mothership/demo/workers: bootstrap.diskSetup.filesystems[1].label is "data"
  allowed: a label that no other of the filesystems has
  fix: write another label, or leave one out`,
  },
  {
    rule: 'node-disk-label',
    broken: disks([], [{ ...EXT4, filesystem: 'xfs', label: 'etcd_database' }]),
    sound: disks([], [{ ...EXT4, filesystem: 'ext4', label: 'etcd_database' }]),
    says: `mothership/demo/workers: bootstrap.diskSetup.filesystems[0].label is "etcd_database"
  allowed: 1 to 12 characters without spaces for xfs
  fix: write "etcd_databas"`,
  },
  {
    rule: 'node-disk-partition',
    broken: disks([], [{ ...EXT4, partition: 'first' }]),
    sound: disks([], [{ ...EXT4, partition: 'auto|any' }]),
    says: `mothership/demo/workers: bootstrap.diskSetup.filesystems[0].partition is "first"
  allowed: a number, "auto", "any", "auto|any" or "none"
  fix: leave it out to use the device as it is`,
  },
  {
    rule: 'node-disk-count',
    broken: booted({ mounts: mounts(101) }),
    sound: booted({ mounts: mounts(100) }),
    says: `mothership/demo/workers: bootstrap.mounts.length is 101
  allowed: at most 100 items
  fix: do the rest by commands`,
  },
  {
    rule: 'node-mount-fields',
    broken: booted({ mounts: [['LABEL=a', '/data', 'ext4', 'noatime', '0', '2', '3']] }),
    sound: booted({ mounts: [['LABEL=a', '/data', 'ext4', 'noatime', '0', '2']] }),
    says: `mothership/demo/workers: bootstrap.mounts[0] is ["LABEL=a","/data","ext4","noatime","0","2","3"]
  allowed: a device, an absolute directory, and up to 4 fields more, without spaces
  fix: write ["LABEL=a", "/var/lib/data"] with the directory`,
  },
  {
    rule: 'node-disk-label',
    broken: disks([], [{ ...EXT4, label: 'x'.repeat(17) }]),
    sound: disks([], [{ ...EXT4, label: 'x'.repeat(16) }]),
    says: `mothership/demo/workers: bootstrap.diskSetup.filesystems[0].label is "xxxxxxxxxxxxxxxxx"
  allowed: 1 to 16 characters without spaces for ext4
  fix: write "xxxxxxxxxxxxxxxx"`,
  },
];

function disks(partitions: readonly DiskPartition[], filesystems: readonly DiskFilesystem[]) {
  return booted({ diskSetup: { partitions, filesystems } });
}

function mounts(count: number) {
  return Array.from({ length: count }, (_, index) => [`LABEL=d${index}`, `/data/${index}`]);
}
