import type { NodeUser } from '../../../../lib/model/node-user';
import type { RuleCase } from '../rule-case';
import { booted, ignited } from './bootstrap-case';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIexample ops@example.org';
const PASSWORD = { name: 'users', key: 'ops' };

/** Examples of rules on accounts, the time and the log of machines. */
export const NODE_USER_CASES: readonly RuleCase[] = [
  {
    rule: 'node-user-name',
    broken: users({ name: 'Ops Team' }, { name: 'ops' }, { name: 'ops' }),
    sound: users({ name: 'ops' }, { name: '_apt' }),
    says: `mothership/demo/workers: bootstrap.users[0].name is "Ops Team"
  allowed: at most 32 lower-case letters, digits, dashes and underscores, a letter first
  fix: write another name
mothership/demo/workers: bootstrap.users[2].name is "ops"
  allowed: a name that no other user has
  fix: join the two`,
  },
  {
    rule: 'node-user-text',
    broken: users({ name: 'ops', groups: ['adm,docker'], shell: 'bash', sudo: 'ALL: # all' }),
    sound: users({
      name: 'ops',
      groups: ['adm', 'docker'],
      shell: '/bin/bash',
      sudo: 'ALL=(ALL) NOPASSWD:ALL',
    }),
    says: `mothership/demo/workers: bootstrap.users[0].groups is "adm,docker"
  allowed: names of groups
  fix: write each group as a text of its own
mothership/demo/workers: bootstrap.users[0].shell is "bash"
  allowed: the absolute path of a shell
  fix: write "/bin/bash"
mothership/demo/workers: bootstrap.users[0].sudo is "ALL: # all"
  allowed: one line of a sudo role, without a colon before a space
  fix: write "ALL=(ALL) NOPASSWD:ALL"`,
  },
  {
    rule: 'node-user-key',
    broken: users({
      name: 'ops',
      sshAuthorizedKeys: [
        `${KEY}\n`,
        '-----BEGIN OPENSSH PRIVATE KEY-----\nexample',
        'AAAAC3NzaC1lZDI1NTE5AAAAIexample ops@example.org',
      ],
    }),
    sound: users({ name: 'ops', sshAuthorizedKeys: [KEY] }),
    says: `mothership/demo/workers: bootstrap.users[0].sshAuthorizedKeys[0] is "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIexa"
  allowed: a public key as one line of at most 2048 characters: type, key and comment
  fix: leave out the space around it
mothership/demo/workers: bootstrap.users[0].sshAuthorizedKeys[1] is "a private key"
  allowed: a public key as one line of at most 2048 characters: type, key and comment
  fix: write what ends in .pub
mothership/demo/workers: bootstrap.users[0].sshAuthorizedKeys[2] is "AAAAC3NzaC1lZDI1NTE5AAAAIexample ops@exa"
  allowed: a public key as one line of at most 2048 characters: type, key and comment
  fix: write what ends in .pub`,
  },
  {
    rule: 'node-user-password',
    broken: users({ name: 'a', lockPassword: false }, { name: 'b', passwdFrom: PASSWORD }),
    sound: users({ name: 'a', lockPassword: false, passwdFrom: PASSWORD }, { name: 'b' }),
    says: `mothership/demo/workers: bootstrap.users[0].lockPassword is false
  allowed: false with passwdFrom alone
  fix: leave it out, or give passwdFrom
mothership/demo/workers: bootstrap.users[1].lockPassword is missing
  allowed: false with passwdFrom
  fix: write false`,
  },
  {
    rule: 'node-user-password',
    broken: users({ name: 'a', lockPassword: false, passwdFrom: { name: 'users', key: '' } }),
    says: `mothership/demo/workers: bootstrap.users[0].passwdFrom is {"name":"users","key":""}
  allowed: the name of a Secret, and a key of letters, digits, dashes, dots and underscores
  fix: write the key as the Secret has it`,
  },
  {
    rule: 'node-user-key-pair',
    broken: booted({ users: [{ name: 'ops' }] }, { sshKeyName: 'homelab' }),
    sound: booted({}, { sshKeyName: 'homelab' }),
    says: `mothership/demo/workers: sshKeyName is "homelab"
  allowed: no key pair where bootstrap.users has users
  fix: leave it out, and give the public key as sshAuthorizedKeys of a user`,
  },
  {
    rule: 'node-user-count',
    broken: users(...Array.from({ length: 101 }, (_, index) => ({ name: `u${index}` })).slice(1), {
      name: 'ops',
      sshAuthorizedKeys: Array.from({ length: 101 }, () => KEY),
    }),
    sound: users({ name: 'ops', sshAuthorizedKeys: Array.from({ length: 100 }, () => KEY) }),
    says: `mothership/demo/workers: bootstrap.users.length is 101
  allowed: at most 100 users
  fix: let the machines ask a directory for users
mothership/demo/workers: bootstrap.users[100].sshAuthorizedKeys.length is 101
  allowed: at most 100 keys
  fix: divide them between users, or use certificates of SSH`,
  },
  {
    rule: 'node-ntp-server',
    broken: booted({ ntp: { servers: ['ntp://time.example:123', '192.0.2.1', '192.0.2.1'] } }),
    sound: booted({ ntp: { servers: ['time.example', '192.0.2.1', '2001:db8::1'] } }),
    says: `mothership/demo/workers: bootstrap.ntp.servers[0] is "ntp://time.example:123"
  allowed: the name or address of a server, each once
  fix: write "time.example"
mothership/demo/workers: bootstrap.ntp.servers[2] is "192.0.2.1"
  allowed: the name or address of a server, each once
  fix: leave it out`,
  },
  {
    rule: 'node-ntp-enabled',
    broken: booted({ ntp: { enabled: false, servers: ['time.example'] } }),
    sound: booted({ ntp: { enabled: false } }),
    says: `mothership/demo/workers: bootstrap.ntp.enabled is false
  allowed: true with servers
  fix: leave enabled out, or the servers`,
  },
  {
    rule: 'node-ntp-enabled',
    broken: booted({ ntp: { servers: clocks(101) } }),
    sound: booted({ ntp: { servers: clocks(100) } }),
    says: `mothership/demo/workers: bootstrap.ntp.servers.length is 101
  allowed: at most 100 servers
  fix: leave the farthest out`,
  },
  {
    rule: 'node-verbosity',
    broken: booted({ verbosity: 11 }),
    sound: booted({ verbosity: 0 }),
    says: `mothership/demo/workers: bootstrap.verbosity is 11
  allowed: an integer from 0 to 10
  fix: write 10`,
  },
  {
    rule: 'node-verbosity',
    broken: booted({ verbosity: 1.5 }),
    says: `mothership/demo/workers: bootstrap.verbosity is 1.5
  allowed: an integer from 0 to 10
  fix: leave it out`,
  },
  {
    rule: 'node-user-key',
    broken: users({ name: 'ops', sshAuthorizedKeys: [keyOf(2049)] }),
    sound: users({ name: 'ops', sshAuthorizedKeys: [keyOf(2048)] }),
    says: `mothership/demo/workers: bootstrap.users[0].sshAuthorizedKeys[0] is "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIexa"
  allowed: a public key as one line of at most 2048 characters: type, key and comment
  fix: leave out the comment, or use a shorter key`,
  },
  {
    rule: 'node-user-count',
    broken: users(...many(101)),
    sound: users(...many(100)),
    says: `mothership/demo/workers: bootstrap.users.length is 101
  allowed: at most 100 users
  fix: let the machines ask a directory for users`,
  },
  {
    rule: 'node-verbosity',
    broken: booted({ verbosity: -1 }),
    sound: booted({ verbosity: 10 }),
    says: `mothership/demo/workers: bootstrap.verbosity is -1
  allowed: an integer from 0 to 10
  fix: leave it out`,
  },
];

/** Examples of rules on machines that start by Ignition. */
export const IGNITION_CASES: readonly RuleCase[] = [
  {
    rule: 'ignition-gate',
    broken: booted({ format: { kind: 'ignition', containerLinuxConfig: {}, strict: true } }),
    sound: ignited({}),
    says: `mothership/demo/workers: bootstrap.format is "ignition"
  allowed: ignition with the feature gate kubeadmBootstrapFormatIgnition
  fix: leave it out, or switch the gate on in both kubeadm providers and write Providers.stable('1.14', { featureGates: { kubeadmBootstrapFormatIgnition: true } })`,
  },
  {
    rule: 'ignition-boot-commands',
    broken: ignited({ bootCommands: ['true'] }),
    sound: ignited({ preKubeadmCommands: ['true'] }),
    says: `mothership/demo/workers: bootstrap.bootCommands.length is 1
  allowed: no boot commands with Ignition
  fix: give a systemd unit in containerLinuxConfig, or use preKubeadmCommands`,
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
  fix: write "base64", with the content as it is before it is packed
mothership/demo/workers: bootstrap.files[1].append is true
  allowed: false with Ignition
  fix: write a file of its own, and add it to the other by a command of preKubeadmCommands`,
  },
  {
    rule: 'ignition-disk',
    broken: ignited({ diskSetup: disks('mbr', '1') }),
    sound: ignited({ diskSetup: disks('gpt') }),
    says: `mothership/demo/workers: bootstrap.diskSetup.partitions[0].tableType is "mbr"
  allowed: "gpt" with Ignition
  fix: write "gpt"
mothership/demo/workers: bootstrap.diskSetup.filesystems[0].partition is "1"
  allowed: a device alone with Ignition
  fix: leave it out, and write "/dev/vdb1" as the device`,
  },
  {
    rule: 'ignition-mount',
    broken: ignited({ diskSetup: disks('gpt'), mounts: [['LABEL=etcd', '/var/lib/my-data']] }),
    sound: ignited({ diskSetup: disks('gpt'), mounts: [['LABEL=data', '/var/lib/data']] }),
    says: `mothership/demo/workers: bootstrap.mounts[0][0] is "LABEL=etcd"
  allowed: the label of one of bootstrap.diskSetup.filesystems with Ignition: "data"
  fix: give the file system there, or a mount unit in containerLinuxConfig
mothership/demo/workers: bootstrap.mounts[0][1] is "/var/lib/my-data"
  allowed: a directory without a dash with Ignition, as systemd takes one for a slash
  fix: write "/var/lib/my_data"`,
  },
  {
    rule: 'ignition-variable',
    broken: ignited({
      files: [{ path: '/etc/a', content: 'name={{ ds.meta_data.name }}\n' }],
      preKubeadmCommands: ['echo {{ local_hostname }}'],
    }),
    sound: ignited({ files: [{ path: '/etc/a', content: 'name={{ .Name }} {# kept #}\n' }] }),
    says: `mothership/demo/workers: bootstrap.files[0].content is "{{ ds.meta_data.name }}"
  allowed: no variables of cloud-init with Ignition
  fix: use those of /run/metadata/flatcar in a command of preKubeadmCommands
mothership/demo/workers: bootstrap.preKubeadmCommands[0] is "{{ local_hostname }}"
  allowed: no variables of cloud-init with Ignition
  fix: use those of /run/metadata/flatcar in a command of preKubeadmCommands`,
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
  allowed: units as a list of names with what belongs to them
  fix: write { units: [{ name: 'a.service', enabled: true }] }`,
  },
  {
    rule: 'ignition-config',
    broken: ignited({}, { storage: { files: ['x'.repeat(32_768)] } }),
    says: `mothership/demo/workers: bootstrap.format.containerLinuxConfig.length is 32794
  allowed: at most 32768 characters
  fix: give files of it as bootstrap.files with a Secret, or build them into the image`,
  },
  {
    rule: 'ignition-config',
    broken: ignited({}, { storage: { files: ['x'.repeat(32_743)] } }),
    sound: ignited({}, { storage: { files: ['x'.repeat(32_742)] } }),
    says: `mothership/demo/workers: bootstrap.format.containerLinuxConfig.length is 32769
  allowed: at most 32768 characters
  fix: give files of it as bootstrap.files with a Secret, or build them into the image`,
  },
  {
    rule: 'ignition-config',
    broken: ignited({}, { systemd: { units: [{ name: 1 }, 'a.service'] } }),
    sound: ignited({}, { systemd: { units: [{ name: 'a.service', dropins: [] }] } }),
    says: `mothership/demo/workers: bootstrap.format.containerLinuxConfig.systemd is {"units":[{"name":1},"a.service"]}
  allowed: units as a list of names with what belongs to them
  fix: write { units: [{ name: 'a.service', enabled: true }] }`,
  },
];

function clocks(count: number) {
  return Array.from({ length: count }, (_, i) => `t${i}.example`);
}

function keyOf(length: number) {
  return `${KEY} `.padEnd(length, 'x');
}

function many(count: number): readonly NodeUser[] {
  return Array.from({ length: count }, (_, index) => ({ name: `u${index}` }));
}

function users(...list: readonly NodeUser[]) {
  return booted({ users: list });
}

function disks(tableType: 'gpt' | 'mbr', partition?: string) {
  return {
    partitions: [{ device: '/dev/vdb', layout: true, overwrite: false, tableType }],
    filesystems: [
      {
        device: '/dev/vdb',
        filesystem: 'ext4',
        label: 'data',
        ...(partition === undefined ? {} : { partition }),
      },
    ],
  };
}
