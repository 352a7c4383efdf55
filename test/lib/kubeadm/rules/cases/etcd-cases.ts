import { PLAIN_BOOTSTRAP } from '../../../../../lib/kubeadm/model/bootstrap';
import {
  Etcd,
  type EtcdTuning,
  type EtcdVolume,
  type LocalEtcdOptions,
} from '../../../../../lib/kubeadm/model/etcd';
import { MachineFormat } from '../../../../../lib/kubeadm/model/machine-format';
import { profile } from '../../../../support/models';
import { type RuleCase, withControlPlane } from '../../../assembly/rule-case';
import { DISKS } from './bootstrap-case';

const DISK: EtcdVolume = { device: '/dev/vdb' };
const LONG = { a: 'x'.repeat(1025) };
const FILESYSTEM = { device: '/dev/vdc', filesystem: 'ext4', label: 'data' };

/** Examples of rules on etcd. */
export const ETCD_CASES: readonly RuleCase[] = [
  {
    rule: 'odd-control-plane',
    broken: withControlPlane({ replicas: 2, etcd: Etcd.local().model }),
    sound: withControlPlane({ replicas: 2, etcd: external('https://etcd.example:2379') }),
    says: `mothership/demo/control-plane: replicas is 2
  allowed: an odd integer of 1 or more
  fix: write 3 or 1`,
  },
  {
    rule: 'etcd-data-dir',
    broken: local({ dataDir: '/etc/kubernetes/etcd' }),
    sound: local({ dataDir: '/data/etcd' }),
    says: `mothership/demo/control-plane: etcd.dataDir is "/etc/kubernetes/etcd"
  allowed: an absolute path outside "/etc", "/usr", "/boot", "/dev", "/proc", "/sys", "/run", "/var/lib/kubelet", "/var/lib/containerd"
  fix: leave it out to use "/var/lib/etcd"`,
  },
  {
    rule: 'etcd-argument-name',
    broken: local({ extraArgs: { '--log-level': 'warn' } }),
    sound: local({ extraArgs: { 'log-level': 'warn' } }),
    says: `mothership/demo/control-plane: etcd.extraArgs is "--log-level"
  allowed: names of at most 256 characters, without leading dashes
  fix: write "log-level"`,
  },
  {
    rule: 'etcd-argument-length',
    broken: local({ extraArgs: LONG }),
    sound: withControlPlane(
      { etcd: Etcd.local({ extraArgs: LONG }).model },
      { profile: profile('1.10') },
    ),
    says: `mothership/demo/control-plane: etcd.extraArgs["a"].length is 1025
  allowed: at most 1024 characters
  fix: write it to a file in the image and set the path`,
  },
  {
    rule: 'etcd-argument-derived',
    broken: local({
      extraArgs: { 'data-dir': '/data', name: 'a', 'snapshot-count': '9' },
      tuning: { snapshotCount: 10 },
    }),
    sound: local({ extraArgs: { 'snapshot-count': '9' } }),
    says: `mothership/demo/control-plane: etcd.extraArgs["data-dir"] is "/data"
  allowed: arguments that neither kubeadm nor tuning sets
  fix: set dataDir instead
mothership/demo/control-plane: etcd.extraArgs["name"] is "a"
  allowed: arguments that neither kubeadm nor tuning sets
  fix: leave it out
mothership/demo/control-plane: etcd.extraArgs["snapshot-count"] is "9"
  allowed: arguments that neither kubeadm nor tuning sets
  fix: set it either in tuning or here`,
  },
  {
    rule: 'etcd-tuning',
    broken: tuned({ quotaGiB: 16, heartbeatIntervalMs: 300 }),
    sound: tuned({ quotaGiB: 8, heartbeatIntervalMs: 300, electionTimeoutMs: 3000 }),
    says: `mothership/demo/control-plane: etcd.tuning.quotaGiB is 16
  allowed: an integer from 1 to 8
  fix: write 8, or leave it out
mothership/demo/control-plane: etcd.tuning.electionTimeoutMs is 1000
  allowed: at least 1500, five times heartbeatIntervalMs
  fix: write 3000`,
  },
  {
    rule: 'etcd-tuning',
    broken: tuned({ snapshotCount: 0, electionTimeoutMs: 60_000 }),
    says: `mothership/demo/control-plane: etcd.tuning.electionTimeoutMs is 60000
  allowed: an integer from 1 to 50000
  fix: leave it out
mothership/demo/control-plane: etcd.tuning.snapshotCount is 0
  allowed: an integer of 1 or more
  fix: leave it out`,
  },
  {
    rule: 'etcd-image',
    broken: local({ imageRepository: 'https://mirror.example/k8s/etcd:3.5', imageTag: '3.5 ' }),
    sound: local({ imageRepository: 'mirror.example:5000/k8s', imageTag: '3.5.21-0' }),
    says: `mothership/demo/control-plane: etcd.imageRepository is "https://mirror.example/k8s/etcd:3.5"
  allowed: a registry and a path, without the name etcd and without a tag
  fix: write "mirror.example/k8s"
mothership/demo/control-plane: etcd.imageTag is "3.5 "
  allowed: an image tag, such as "3.5.21-0"
  fix: leave it out`,
  },
  {
    rule: 'etcd-volume-device',
    broken: local({ volume: { device: '/dev/vda' } }),
    sound: local({ volume: { device: '/dev/disk/openstack/by-tag/etcd' } }),
    says: `mothership/demo/control-plane: etcd.volume.device is "/dev/vda"
  allowed: a disk under /dev other than the boot disks "/dev/vda", "/dev/sda", "/dev/root"
  fix: write "/dev/vdb" for the first additional block device`,
  },
  {
    rule: 'etcd-volume-label',
    broken: local({ volume: { ...DISK, filesystem: 'xfs', label: 'etcd data disk' } }),
    sound: local({ volume: { ...DISK, filesystem: 'xfs', label: 'etcd_data' } }),
    says: `mothership/demo/control-plane: etcd.volume.label is "etcd data disk"
  allowed: at most 12 letters, digits, dashes and underscores for xfs
  fix: write "etcd_data_di"`,
  },
  {
    rule: 'etcd-volume-shared',
    broken: withControlPlane({
      ...DISKS,
      etcd: Etcd.local({ volume: { device: '/dev/vdc' } }).model,
      bootstrap: {
        ...PLAIN_BOOTSTRAP,
        diskSetup: { partitions: [], filesystems: [FILESYSTEM] },
        mounts: [['LABEL=data', '/var/lib/etcd']],
      },
    }),
    sound: withControlPlane({
      ...DISKS,
      etcd: Etcd.local({ volume: DISK }).model,
      bootstrap: {
        ...PLAIN_BOOTSTRAP,
        diskSetup: { partitions: [], filesystems: [FILESYSTEM] },
        mounts: [['LABEL=data', '/data']],
      },
    }),
    says: `mothership/demo/control-plane: etcd.volume.device is "/dev/vdc"
  allowed: a value that the machines' bootstrap does not use
  fix: remove it from bootstrap
mothership/demo/control-plane: etcd.dataDir is "/var/lib/etcd"
  allowed: a value that the machines' bootstrap does not use
  fix: remove it from bootstrap`,
  },
  {
    rule: 'etcd-volume-unit',
    broken: ignitedEtcd('/var/lib/etcd-data'),
    sound: ignitedEtcd('/var/lib/etcd_data'),
    says: `mothership/demo/control-plane: etcd.dataDir is "/var/lib/etcd-data"
  allowed: with Ignition, an absolute directory of letters, digits, underscores, colons and dots, without a leading dot, because the unit is named after it
  fix: write "/var/lib/etcd_data"`,
  },
  {
    rule: 'etcd-volume-options',
    broken: local({ volume: { ...DISK, mountOptions: ['noatime', 'data=journal, nofail', ' '] } }),
    sound: local({ volume: { ...DISK, mountOptions: ['noatime', 'data=journal'] } }),
    says: `mothership/demo/control-plane: etcd.volume.mountOptions[1] is "data=journal, nofail"
  allowed: an option without spaces and commas, such as "noatime"
  fix: write "data=journal", "nofail"
mothership/demo/control-plane: etcd.volume.mountOptions[2] is " "
  allowed: an option without spaces and commas, such as "noatime"
  fix: leave it out`,
  },
  {
    rule: 'etcd-volume-options',
    broken: local({ volume: { ...DISK, mountOptions: [] } }),
    says: `mothership/demo/control-plane: etcd.volume.mountOptions is []
  allowed: at least one option
  fix: leave it out`,
  },
  {
    rule: 'etcd-endpoints',
    broken: withControlPlane({
      etcd: external('http://10.0.0.1', 'https://etcd.example:2379', 'https://etcd.example:2379'),
    }),
    sound: withControlPlane({ etcd: external('https://10.0.0.1:2379', 'https://[fd00::1]:2379') }),
    says: `mothership/demo/control-plane: etcd.endpoints is "http://10.0.0.1"
  allowed: HTTPS URLs with a host and a port, without duplicates
  fix: write "https://10.0.0.1:2379"
mothership/demo/control-plane: etcd.endpoints is "https://etcd.example:2379"
  allowed: HTTPS URLs with a host and a port, without duplicates
  fix: leave it out`,
  },
  {
    rule: 'etcd-endpoints',
    broken: withControlPlane({ etcd: external() }),
    says: `mothership/demo/control-plane: etcd.endpoints.length is 0
  allowed: 1 to 50 URLs
  fix: list every member`,
  },
  {
    rule: 'etcd-tuning',
    broken: tuned({ heartbeatIntervalMs: 200, electionTimeoutMs: 999 }),
    sound: tuned({ heartbeatIntervalMs: 200, electionTimeoutMs: 1000 }),
    says: `mothership/demo/control-plane: etcd.tuning.electionTimeoutMs is 999
  allowed: at least 1000, five times heartbeatIntervalMs
  fix: write 2000`,
  },
  {
    rule: 'etcd-volume-label',
    broken: local({ volume: { ...DISK, label: 'x'.repeat(17) } }),
    sound: local({ volume: { ...DISK, label: 'x'.repeat(16) } }),
    says: `mothership/demo/control-plane: etcd.volume.label is "xxxxxxxxxxxxxxxxx"
  allowed: at most 16 letters, digits, dashes and underscores for ext4
  fix: write "xxxxxxxxxxxxxxxx"`,
  },
  {
    rule: 'etcd-volume-label',
    broken: local({ volume: { ...DISK, filesystem: 'xfs', label: 'x'.repeat(13) } }),
    sound: local({ volume: { ...DISK, filesystem: 'xfs', label: 'x'.repeat(12) } }),
    says: `mothership/demo/control-plane: etcd.volume.label is "xxxxxxxxxxxxx"
  allowed: at most 12 letters, digits, dashes and underscores for xfs
  fix: write "xxxxxxxxxxxx"`,
  },
  {
    rule: 'etcd-data-dir',
    broken: local({ dataDir: `/${'d'.repeat(512)}` }),
    sound: local({ dataDir: `/${'d'.repeat(511)}` }),
    says: `mothership/demo/control-plane: etcd.dataDir is "/${'d'.repeat(298)}… (513 characters)
  allowed: an absolute path outside "/etc", "/usr", "/boot", "/dev", "/proc", "/sys", "/run", "/var/lib/kubelet", "/var/lib/containerd"
  fix: leave it out to use "/var/lib/etcd"`,
  },
  {
    rule: 'etcd-endpoints',
    broken: withControlPlane({ etcd: external(...members(51)) }),
    sound: withControlPlane({ etcd: external(...members(50)) }),
    says: `mothership/demo/control-plane: etcd.endpoints.length is 51
  allowed: 1 to 50 URLs
  fix: list only some of the members`,
  },
];

function local(options: LocalEtcdOptions): RuleCase['broken'] {
  return withControlPlane({ ...DISKS, etcd: Etcd.local(options).model });
}

function tuned(tuning: EtcdTuning): RuleCase['broken'] {
  return local({ tuning });
}

function external(...endpoints: readonly string[]) {
  return Etcd.external({ endpoints }).model;
}

function members(count: number) {
  return Array.from({ length: count }, (_, i) => `https://etcd-${i}.example:2379`);
}

function ignitedEtcd(dataDir: string) {
  const featureGates = { kubeadmBootstrapFormatIgnition: true };
  return withControlPlane(
    {
      ...DISKS,
      etcd: Etcd.local({ dataDir, volume: DISK }).model,
      bootstrap: { ...PLAIN_BOOTSTRAP, format: MachineFormat.ignition().model },
    },
    { profile: profile('1.14', undefined, { featureGates }) },
  );
}
