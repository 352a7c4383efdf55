import type { DiskFilesystem } from '../../../../../lib/kubeadm/model/disk-setup';
import type { RuleCase } from '../../../assembly/rule-case';
import { booted, ignited } from './bootstrap-case';

/** Examples of rules on machines that start by Ignition. */
export const IGNITION_CASES: readonly RuleCase[] = [
  {
    rule: 'ignition-gate',
    broken: booted({ format: { kind: 'ignition', containerLinuxConfig: {}, strict: true } }),
    sound: ignited({}),
    says: `mothership/demo/workers: bootstrap.format is "ignition"
  allowed: ignition only with the feature gate kubeadmBootstrapFormatIgnition
  fix: leave it out, or enable the gate in both kubeadm providers and add featureGates: { kubeadmBootstrapFormatIgnition: true } to the options of Providers`,
  },
  {
    rule: 'ignition-boot-commands',
    broken: ignited({ bootCommands: ['true'] }),
    sound: ignited({ preKubeadmCommands: ['true'] }),
    says: `mothership/demo/workers: bootstrap.bootCommands.length is 1
  allowed: no boot commands with Ignition
  fix: add a systemd unit to containerLinuxConfig, or use preKubeadmCommands`,
  },
  {
    rule: 'ignition-command',
    broken: ignited({ postKubeadmCommands: ['true', 'printf "\u001b[1m"'] }),
    sound: ignited({ postKubeadmCommands: ['printf "\\033[1m\t"\n'] }),
    says: `mothership/demo/workers: bootstrap.postKubeadmCommands[1] is "(text with U+001B)"
  allowed: with Ignition, text without control characters other than tabs and line breaks
  fix: put it into a file with encoding: 'base64', and run the file`,
  },
  {
    rule: 'ignition-file',
    broken: ignited({
      files: [
        { path: '/etc/a', content: { name: 'a', key: 'a' }, encoding: 'gzip' },
        { path: '/etc/b', content: 'b', append: true },
      ],
    }),
    sound: ignited({ files: [{ path: '/etc/a', content: 'aGVsbG8=', encoding: 'base64' }] }),
    says: `mothership/demo/workers: bootstrap.files[0].encoding is "gzip"
  allowed: base64 with Ignition
  fix: write "base64", with the uncompressed content
mothership/demo/workers: bootstrap.files[1].append is true
  allowed: false with Ignition
  fix: write a separate file, and append it by a command in preKubeadmCommands`,
  },
  {
    rule: 'ignition-disk',
    broken: ignited({ diskSetup: disks('mbr', { partition: '1', filesystem: 'ext3' }) }),
    sound: ignited({ diskSetup: disks('gpt', { filesystem: 'btrfs' }) }),
    says: `mothership/demo/workers: bootstrap.diskSetup.partitions[0].tableType is "mbr"
  allowed: "gpt" with Ignition
  fix: write "gpt"
mothership/demo/workers: bootstrap.diskSetup.filesystems[0].filesystem is "ext3"
  allowed: "ext4", "btrfs", "xfs", "vfat", "swap"
  fix: write "ext4"
mothership/demo/workers: bootstrap.diskSetup.filesystems[0].partition is "1"
  allowed: none with Ignition, which uses the device itself
  fix: leave it out, and write "/dev/vdb1" as the device`,
  },
  {
    rule: 'ignition-mount',
    broken: ignited({ diskSetup: disks('gpt'), mounts: [['LABEL=etcd', '/var/lib/my-data']] }),
    sound: ignited({ diskSetup: disks('gpt'), mounts: [['LABEL=data', '/var/lib/data']] }),
    says: `mothership/demo/workers: bootstrap.mounts[0][0] is "LABEL=etcd"
  allowed: a label in bootstrap.diskSetup.filesystems with Ignition: "data"
  fix: add the file system there, or a mount unit to containerLinuxConfig
mothership/demo/workers: bootstrap.mounts[0][1] is "/var/lib/my-data"
  allowed: with Ignition, an absolute directory of letters, digits, underscores, colons and dots, without a leading dot, because the unit is named after it
  fix: write "/var/lib/my_data"`,
  },
  {
    rule: 'ignition-mount',
    broken: ignited({
      diskSetup: disks('gpt'),
      mounts: [
        ['LABEL=data', 'none', 'ext4'],
        ['LABEL=data', '/.data', 'noatime'],
      ],
    }),
    sound: ignited({
      diskSetup: disks('gpt'),
      mounts: [
        ['LABEL=data', '/srv/.data', 'ext4', 'noatime'],
        ['LABEL=data', '/data', 'auto'],
      ],
    }),
    says: `mothership/demo/workers: bootstrap.mounts[0][1] is "none"
  allowed: with Ignition, an absolute directory of letters, digits, underscores, colons and dots, without a leading dot, because the unit is named after it
  fix: add a swap unit to containerLinuxConfig
mothership/demo/workers: bootstrap.mounts[1][2] is "noatime"
  allowed: "auto" or "ext4", the type of the file system; options come after it
  fix: write "ext4"
mothership/demo/workers: bootstrap.mounts[1][1] is "/.data"
  allowed: with Ignition, an absolute directory of letters, digits, underscores, colons and dots, without a leading dot, because the unit is named after it
  fix: write "/_data"`,
  },
  {
    rule: 'ignition-variable',
    broken: ignited({
      files: [{ path: '/etc/a', content: 'name={{ ds.meta_data.name }}\n' }],
      preKubeadmCommands: ['echo {{ local_hostname }}'],
    }),
    sound: ignited({ files: [{ path: '/etc/a', content: 'name={{ .Name }} {# kept #}\n' }] }),
    says: `mothership/demo/workers: bootstrap.files[0].content is "{{ ds.meta_data.name }}"
  allowed: no cloud-init variables with Ignition
  fix: use the variables in /run/metadata/flatcar in a command in preKubeadmCommands
mothership/demo/workers: bootstrap.preKubeadmCommands[0] is "{{ local_hostname }}"
  allowed: no cloud-init variables with Ignition
  fix: use the variables in /run/metadata/flatcar in a command in preKubeadmCommands`,
  },
  {
    rule: 'ignition-config',
    broken: ignited(
      {},
      { variant: 'flatcar', storge: {}, systemd: { units: [{ enabled: true }] } },
    ),
    sound: ignited({}, { locksmith: { reboot_strategy: 'off' }, systemd: { units: [] } }),
    says: `mothership/demo/workers: bootstrap.format.containerLinuxConfig is "variant"
  allowed: sections of a Container Linux Config: "docker", "etcd", "flannel", "ignition", "locksmith", "networkd", "passwd", "storage", "systemd", "update"
  fix: leave it out
mothership/demo/workers: bootstrap.format.containerLinuxConfig is "storge"
  allowed: sections of a Container Linux Config: "docker", "etcd", "flannel", "ignition", "locksmith", "networkd", "passwd", "storage", "systemd", "update"
  fix: write "storage"
mothership/demo/workers: bootstrap.format.containerLinuxConfig.systemd is {"units":[{"enabled":true}]}
  allowed: a list of units, each with a name
  fix: write { units: [{ name: 'a.service', enabled: true }] }`,
  },
  {
    rule: 'ignition-config',
    broken: ignited({}, { storage: { files: ['x'.repeat(32_768)] } }),
    says: `mothership/demo/workers: bootstrap.format.containerLinuxConfig.length is 32794
  allowed: at most 32768 characters
  fix: move files to bootstrap.files with a Secret, or build them into the image`,
  },
  {
    rule: 'ignition-unit',
    broken: units(
      { name: 'kubeadm.service', enabled: false, dropins: [{ name: '10-metadata.conf' }] },
      { name: 'containerd.service', mask: true },
      { name: 'a.service', dropins: [{ name: 'a.conf' }, { name: 'a.conf' }] },
      { name: 'a.service' },
    ),
    sound: units(
      { name: 'kubeadm.service', enabled: true, dropins: [{ name: '20-own.conf' }] },
      { name: 'containerd.service', mask: false, dropins: [{ name: '10-metadata.conf' }] },
      { name: 'a.service', enabled: false, mask: true },
    ),
    says: `mothership/demo/workers: bootstrap.format.containerLinuxConfig.systemd.units[3].name is "a.service"
  allowed: a name that no other unit or drop-in has, including derived ones
  fix: merge the two, or write another name
mothership/demo/workers: bootstrap.format.containerLinuxConfig.systemd.units[0].dropins[0].name is "10-metadata.conf"
  allowed: a name that no other unit or drop-in has, including derived ones
  fix: merge the two, or write another name
mothership/demo/workers: bootstrap.format.containerLinuxConfig.systemd.units[0].enabled is false
  allowed: true for kubeadm.service, which runs kubeadm
  fix: leave it out
mothership/demo/workers: bootstrap.format.containerLinuxConfig.systemd.units[1].mask is true
  allowed: false for "kubeadm.service", "containerd.service", "coreos-metadata.service"
  fix: leave it out
mothership/demo/workers: bootstrap.format.containerLinuxConfig.systemd.units[2].dropins[1].name is "a.conf"
  allowed: a name that no other unit or drop-in has, including derived ones
  fix: merge the two, or write another name`,
  },
  {
    rule: 'ignition-config-file',
    broken: ignited(
      {},
      { storage: { files: [{ path: '/etc/motd' }, { path: '/etc/kubeadm.sh' }] } },
    ),
    sound: ignited(
      {},
      {
        storage: {
          files: [{ path: '/etc/motd' }, { path: '/etc/kubeadm.sh', filesystem: 'data' }],
        },
      },
    ),
    says: `mothership/demo/workers: bootstrap.format.containerLinuxConfig.storage.files[1].path is "/etc/kubeadm.sh"
  allowed: a path that neither kubeadm nor Cluster API writes
  fix: leave it out, or use preKubeadmCommands`,
  },
  {
    rule: 'ignition-config',
    broken: ignited({}, { storage: { files: ['x'.repeat(32_768)] } }),
    says: `mothership/demo/workers: bootstrap.format.containerLinuxConfig.length is 32794
  allowed: at most 32768 characters
  fix: move files to bootstrap.files with a Secret, or build them into the image`,
  },
  {
    rule: 'ignition-config',
    broken: ignited({}, { storage: { files: ['x'.repeat(32_743)] } }),
    sound: ignited({}, { storage: { files: ['x'.repeat(32_742)] } }),
    says: `mothership/demo/workers: bootstrap.format.containerLinuxConfig.length is 32769
  allowed: at most 32768 characters
  fix: move files to bootstrap.files with a Secret, or build them into the image`,
  },
  {
    rule: 'ignition-config',
    broken: ignited({}, { systemd: { units: [{ name: 1 }, 'a.service'] } }),
    sound: ignited({}, { systemd: { units: [{ name: 'a.service', dropins: [] }] } }),
    says: `mothership/demo/workers: bootstrap.format.containerLinuxConfig.systemd is {"units":[{"name":1},"a.service"]}
  allowed: a list of units, each with a name
  fix: write { units: [{ name: 'a.service', enabled: true }] }`,
  },
];

function disks(tableType: 'gpt' | 'mbr', parts: Partial<DiskFilesystem> = {}) {
  return {
    partitions: [{ device: '/dev/vdb', layout: true, overwrite: false, tableType }],
    filesystems: [{ device: '/dev/vdb', filesystem: 'ext4', label: 'data', ...parts }],
  };
}

function units(...list: readonly unknown[]) {
  return ignited({}, { systemd: { units: list } });
}
