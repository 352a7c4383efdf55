import { PLAIN_BOOTSTRAP } from '../../../../../lib/kubeadm/model/bootstrap';
import { Etcd, type LocalEtcdOptions } from '../../../../../lib/kubeadm/model/etcd';
import { BlockDevice } from '../../../../../lib/openstack/model/block-device';
import { cloudModel } from '../../../../support/models';
import type { AssembledMachine } from '../../../../support/openstack-cluster';
import { type RuleCase, withControlPlane } from '../../../assembly/rule-case';
import { DISKS } from './bootstrap-case';

const BY_TAG = '/dev/disk/openstack/by-tag/etcd';
const LOCAL = BlockDevice.local('etcd', { sizeGiB: 2 }).model;
const SMALL = BlockDevice.volume('etcd', { sizeGiB: 2 }).model;
const LARGE = BlockDevice.volume('data', { sizeGiB: 20 }).model;

/** Examples of rules on disks of etcd, and whether machines have them. */
export const ETCD_DISK_CASES: readonly RuleCase[] = [
  {
    rule: 'etcd-volume-disk',
    broken: onDisk('/dev/vdb', {}),
    sound: onDisk('/dev/vdb', { additionalBlockDevices: [SMALL] }),
    says: `mothership/demo/control-plane: etcd.volume.device is "/dev/vdb"
  allowed: no disk besides the root disk, because there are no additionalBlockDevices
  fix: add BlockDevice.volume('etcd', { sizeGiB: 20 }) to additionalBlockDevices, or set extraDisks of flavor "m1.k8s-master" if it has its own disks`,
  },
  {
    rule: 'etcd-volume-disk',
    broken: onDisk('/dev/vdc', { additionalBlockDevices: [SMALL] }),
    sound: onDisk('/dev/vdc', { additionalBlockDevices: [SMALL, LARGE] }),
    says: `mothership/demo/control-plane: etcd.volume.device is "/dev/vdc"
  allowed: at most "/dev/vdb", with 1 from additionalBlockDevices and 0 from the flavor
  fix: add BlockDevice.volume('etcd', { sizeGiB: 20 }) to additionalBlockDevices, or set extraDisks of flavor "m1.k8s-master" if it has its own disks`,
  },
  {
    rule: 'etcd-volume-config-drive',
    broken: onDisk(BY_TAG, { ...DISKS, configDrive: undefined }),
    sound: onDisk(BY_TAG, DISKS),
    says: `mothership/demo/control-plane: etcd.volume.device is "/dev/disk/openstack/by-tag/etcd"
  allowed: a tag on machines with a config drive, from which the image reads tags
  fix: write configDrive: true`,
  },
  {
    rule: 'etcd-volume-quota',
    broken: ofQuota('/dev/vdb', 3),
    sound: ofQuota('/dev/vdb', 2),
    says: quotaText(3),
  },
  {
    rule: 'etcd-volume-quota',
    broken: ofQuota(BY_TAG, 8, { additionalBlockDevices: [LARGE, SMALL] }),
    sound: ofQuota('/dev/vdc', 8),
    says: quotaText(8),
  },
  {
    rule: 'etcd-volume-quota',
    broken: ofQuota(BY_TAG, 8),
    sound: ofQuota('/dev/vdb', 8, { additionalBlockDevices: [LOCAL, LARGE] }),
    says: quotaText(8),
  },
  {
    rule: 'etcd-volume-quota',
    broken: ofQuota(BY_TAG, 4),
    sound: withControlPlane(
      {
        additionalBlockDevices: [SMALL],
        etcd: Etcd.local({ volume: { device: '/dev/vdb' }, tuning: { quotaGiB: 8 } }).model,
      },
      {
        cloud: cloudModel({
          sizes: {
            'm1.k8s-master': { cpus: 4, memory: '8Gi', disk: '30Gi', extraDisks: 1 },
            'm1.k8s-worker': { cpus: 4, memory: '8Gi', disk: '30Gi' },
          },
        }),
      },
    ),
    says: quotaText(4),
  },
  {
    rule: 'etcd-volume-file',
    broken: withFile('/var/lib/etcd/x'),
    sound: withFile('/var/lib/etcd-tools/x'),
    says: `mothership/demo/control-plane: bootstrap.files[0].path is "/var/lib/etcd/x"
  allowed: a path outside "/var/lib/etcd", where the etcd disk is mounted
  fix: choose another path; the disk is only for etcd`,
  },
];

function onDisk(
  device: string,
  machine: Partial<AssembledMachine>,
  options: LocalEtcdOptions = {},
): RuleCase['broken'] {
  return withControlPlane({
    ...machine,
    etcd: Etcd.local({ volume: { device }, ...options }).model,
  });
}

function ofQuota(device: string, quotaGiB: number, machine: Partial<AssembledMachine> = {}) {
  const additionalBlockDevices = [SMALL, LARGE];
  const all = { additionalBlockDevices, configDrive: true, ...machine };
  return onDisk(device, all, { tuning: { quotaGiB } });
}

function quotaText(given: number): string {
  return `mothership/demo/control-plane: etcd.tuning.quotaGiB is ${given}
  allowed: at most 2, the size of the disk
  fix: write 2, or make the disk larger`;
}

function withFile(path: string): RuleCase['broken'] {
  return onDisk('/dev/vdb', {
    ...DISKS,
    bootstrap: { ...PLAIN_BOOTSTRAP, files: [{ path, content: 'x' }] },
  });
}
