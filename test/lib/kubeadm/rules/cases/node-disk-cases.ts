import type { DiskFilesystem, DiskPartition } from '../../../../../lib/kubeadm/model/disk-setup';
import { cloudModel } from '../../../../support/models';
import type { RuleCase } from '../../../assembly/rule-case';
import { booted } from './bootstrap-case';

const TABLE: DiskPartition = {
  device: '/dev/vdb',
  layout: true,
  overwrite: false,
  tableType: 'gpt',
};
const BY_TAG = '/dev/disk/openstack/by-tag/data';
const EXT4: DiskFilesystem = { device: '/dev/vdb1', filesystem: 'ext4', label: 'data' };

/** Examples of rules on mounts and disks of machines. */
export const NODE_DISK_CASES: readonly RuleCase[] = [
  {
    rule: 'node-mount-fields',
    broken: booted({ mounts: [['UUID=a'], ['/dev/vdb', 'var/lib']] }),
    sound: booted({
      mounts: [
        ['UUID=a', '/var/lib/etcd', 'ext4', 'noatime'],
        ['/dev/vdc', 'none', 'swap'],
      ],
    }),
    says: `mothership/demo/workers: bootstrap.mounts[0] is ["UUID=a"]
  allowed: a device, an absolute directory, and up to 4 more fields, without spaces
  fix: write ["UUID=a", "/var/lib/data"] with your directory
mothership/demo/workers: bootstrap.mounts[1] is ["/dev/vdb","var/lib"]
  allowed: a device, an absolute directory, and up to 4 more fields, without spaces
  fix: write ["/dev/vdb", "/var/lib/data"] with your directory`,
  },
  {
    rule: 'node-mount-unique',
    broken: booted({
      mounts: [
        ['UUID=a', '/data'],
        ['UUID=b', '/data'],
      ],
    }),
    sound: booted({
      mounts: [
        ['UUID=a', '/data/a'],
        ['UUID=b', '/data/b'],
      ],
    }),
    says: `mothership/demo/workers: bootstrap.mounts[1][1] is "/data"
  allowed: a directory that no other mount has
  fix: leave one of them out`,
  },
  {
    rule: 'node-mount-file',
    broken: booted({
      mounts: [['UUID=a', '/data']],
      files: [{ path: '/data/readme', content: 'a' }],
    }),
    sound: booted({
      mounts: [['UUID=a', '/data']],
      files: [{ path: '/database', content: 'a' }],
    }),
    says: `mothership/demo/workers: bootstrap.files[0].path is "/data/readme"
  allowed: a path outside "/data", a mount point in bootstrap.mounts
  fix: write it to another path, and copy it by a command in bootstrap.preKubeadmCommands`,
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
  fix: write its device path`,
  },
  {
    rule: 'node-disk-root',
    broken: disks([{ ...TABLE, device: '/dev/vda', overwrite: true }], []),
    sound: disks([{ ...TABLE, overwrite: true }], []),
    says: `mothership/demo/workers: bootstrap.diskSetup.partitions[0].overwrite is true
  allowed: false for /dev/vda
  fix: write false, or write the intended disk, such as "/dev/vdb"`,
  },
  {
    rule: 'node-disk-unique',
    broken: disks([TABLE, TABLE], [EXT4, { ...EXT4, device: '/dev/vdc1' }]),
    sound: disks(
      [TABLE, { ...TABLE, device: '/dev/vdc' }],
      [EXT4, { ...EXT4, device: '/dev/vdc1', label: 'more' }],
    ),
    says: `mothership/demo/workers: bootstrap.diskSetup.partitions[1].device is "/dev/vdb"
  allowed: a device that is unique in partitions
  fix: write another device, or leave one out
mothership/demo/workers: bootstrap.diskSetup.filesystems[1].label is "data"
  allowed: a label that is unique in filesystems
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
  fix: leave it out to use the device itself`,
  },
  {
    rule: 'node-disk-count',
    broken: booted({ mounts: mounts(101) }),
    sound: booted({ mounts: mounts(100) }),
    says: `mothership/demo/workers: bootstrap.mounts.length is 101
  allowed: at most 100 items
  fix: set up the rest by commands`,
  },
  {
    rule: 'node-mount-fields',
    broken: booted({
      mounts: [['/dev/disk/by-label/a', '/data', 'ext4', 'noatime', '0', '2', '3']],
    }),
    sound: booted({ mounts: [['/dev/disk/by-label/a', '/data', 'ext4', 'noatime', '0', '2']] }),
    says: `mothership/demo/workers: bootstrap.mounts[0] is ["/dev/disk/by-label/a","/data","ext4","noatime","0","2","3"]
  allowed: a device, an absolute directory, and up to 4 more fields, without spaces
  fix: write ["/dev/disk/by-label/a", "/var/lib/data"] with your directory`,
  },
  {
    rule: 'node-disk-label',
    broken: disks([], [{ ...EXT4, label: 'x'.repeat(17) }]),
    sound: disks([], [{ ...EXT4, label: 'x'.repeat(16) }]),
    says: `mothership/demo/workers: bootstrap.diskSetup.filesystems[0].label is "xxxxxxxxxxxxxxxxx"
  allowed: 1 to 16 characters without spaces for ext4
  fix: write "xxxxxxxxxxxxxxxx"`,
  },
  {
    rule: 'node-disk-present',
    broken: disks(
      [TABLE, { ...TABLE, device: '/dev/vdd' }],
      [
        { ...EXT4, device: '/dev/disk/openstack/by-tag/date-part1' },
        { ...EXT4, device: '/dev/disk/openstack/by-tag/spare', label: 'spare' },
      ],
    ),
    sound: disks(
      [TABLE, { ...TABLE, device: '/dev/vdc' }, { ...TABLE, device: '/dev/sdd' }],
      [{ ...EXT4, device: '/dev/disk/openstack/by-tag/data-part1' }],
    ),
    says: `mothership/demo/workers: bootstrap.diskSetup.partitions[1].device is "/dev/vdd"
  allowed: at most "/dev/vdc", with 2 from additionalBlockDevices and 0 from the flavor
  fix: add BlockDevice.volume('data', { sizeGiB: 20 }) to additionalBlockDevices, or set extraDisks of flavor "m1.k8s-worker" if it has its own disks
mothership/demo/workers: bootstrap.diskSetup.filesystems[0].device is "/dev/disk/openstack/by-tag/date-part1"
  allowed: the name of one of additionalBlockDevices: "etcd", "data"
  fix: write "/dev/disk/openstack/by-tag/data-part1"
mothership/demo/workers: bootstrap.diskSetup.filesystems[1].device is "/dev/disk/openstack/by-tag/spare"
  allowed: the name of one of additionalBlockDevices: "etcd", "data"
  fix: add BlockDevice.volume('spare', { sizeGiB: 20 }) to additionalBlockDevices`,
  },
  {
    rule: 'node-disk-present',
    broken: onFlavor('/dev/vdd', 2),
    sound: onFlavor('/dev/vdc', 2),
    says: `mothership/demo/workers: bootstrap.diskSetup.filesystems[0].device is "/dev/vdd"
  allowed: at most "/dev/vdc", with 0 from additionalBlockDevices and 2 from the flavor
  fix: add BlockDevice.volume('data', { sizeGiB: 20 }) to additionalBlockDevices, or set extraDisks of flavor "m1.k8s-worker" if it has its own disks`,
  },
  {
    rule: 'node-disk-present',
    broken: onFlavor('/dev/disk/openstack/by-tag/data'),
    says: `mothership/demo/workers: bootstrap.diskSetup.filesystems[0].device is "/dev/disk/openstack/by-tag/data"
  allowed: the name of one of additionalBlockDevices
  fix: add BlockDevice.volume('data', { sizeGiB: 20 }) to additionalBlockDevices`,
  },
  {
    rule: 'node-disk-config-drive',
    broken: booted(
      { diskSetup: { partitions: [], filesystems: [{ ...EXT4, device: BY_TAG }] } },
      { configDrive: false },
    ),
    sound: disks([], [{ ...EXT4, device: BY_TAG }]),
    says: `mothership/demo/workers: bootstrap.diskSetup.filesystems[0].device is "/dev/disk/openstack/by-tag/data"
  allowed: a tag on machines with a config drive, from which the image reads tags
  fix: write configDrive: true`,
  },
  {
    rule: 'node-mount-label',
    broken: booted({ mounts: [['LABEL=nope', '/data']] }),
    sound: booted({
      mounts: [
        ['LABEL=made', '/made'],
        ['/dev/disk/by-label/nope', '/data'],
      ],
      bootCommands: ['mkfs.ext4 -L made /dev/disk/by-id/made'],
    }),
    says: `mothership/demo/workers: bootstrap.mounts[0][0] is "LABEL=nope"
  allowed: a label in bootstrap.diskSetup.filesystems
  fix: add it there, or write "/dev/disk/by-label/nope" for a file system in the image`,
  },
  {
    rule: 'node-mount-label',
    broken: labelled('LABEL=date'),
    sound: labelled('LABEL=data'),
    says: `mothership/demo/workers: bootstrap.mounts[0][0] is "LABEL=date"
  allowed: a label in bootstrap.diskSetup.filesystems: "data"
  fix: write "LABEL=data", or write "/dev/disk/by-label/date" for a file system in the image`,
  },
];

function labelled(device: string) {
  const diskSetup = { partitions: [], filesystems: [EXT4] };
  return booted({ diskSetup, mounts: [[device, '/data']] });
}

function onFlavor(device: string, extraDisks?: number) {
  const flavor = { cpus: 4, memory: '8Gi', disk: '30Gi' };
  const flavors = {
    'm1.k8s-master': flavor,
    'm1.k8s-worker': extraDisks === undefined ? flavor : { ...flavor, extraDisks },
  };
  return booted(
    { diskSetup: { partitions: [], filesystems: [{ ...EXT4, device }] } },
    { additionalBlockDevices: undefined },
    { cloud: cloudModel({ sizes: flavors }) },
  );
}

function disks(partitions: readonly DiskPartition[], filesystems: readonly DiskFilesystem[]) {
  return booted({ diskSetup: { partitions, filesystems } });
}

function mounts(count: number) {
  return Array.from({ length: count }, (_, index) => [`UUID=d${index}`, `/data/${index}`]);
}
