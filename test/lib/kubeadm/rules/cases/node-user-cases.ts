import type { NodeUser } from '../../../../../lib/kubeadm/model/node-user';
import type { RuleCase } from '../../../assembly/rule-case';
import { booted, ignited } from './bootstrap-case';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIexample ops@example.org';
const PASSWORD = { name: 'users', key: 'ops' };

/** Examples of rules on accounts, the time and the log of machines. */
export const NODE_USER_CASES: readonly RuleCase[] = [
  {
    rule: 'node-user-name',
    broken: users({ name: 'Ops Team' }, { name: 'ops' }, { name: 'ops' }),
    sound: users({ name: 'ops' }, { name: '_apt' }, { name: 'first.last' }),
    says: `mothership/demo/workers: bootstrap.users[0].name is "Ops Team"
  allowed: at most 32 lower-case letters, digits, dashes, dots and underscores, starting with a letter
  fix: write another name
mothership/demo/workers: bootstrap.users[2].name is "ops"
  allowed: a name that no other user has
  fix: merge the two`,
  },
  {
    rule: 'node-user-name',
    broken: ignited({ users: [{ name: 'first.last' }] }),
    sound: ignited({ users: [{ name: 'first-last' }] }),
    says: `mothership/demo/workers: bootstrap.users[0].name is "first.last"
  allowed: at most 32 lower-case letters, digits, dashes and underscores, starting with a letter
  fix: write another name`,
  },
  {
    rule: 'node-user-key',
    broken: users({ name: 'ops', sshAuthorizedKeys: [`command="echo a: b" ${KEY}`] }),
    says: `mothership/demo/workers: bootstrap.users[0].sshAuthorizedKeys[0] is "command=\\"echo a: b\\" ssh-ed25519 AAAAC3Nz"
  allowed: a public key in one line of at most 2048 characters: type, key and comment
  fix: write the content of the .pub file`,
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
  allowed: valid names of groups
  fix: write each group as a separate string
mothership/demo/workers: bootstrap.users[0].shell is "bash"
  allowed: the absolute path of a shell
  fix: write "/bin/bash"
mothership/demo/workers: bootstrap.users[0].sudo is "ALL: # all"
  allowed: a sudo rule in one line, without a colon before a space
  fix: write "ALL=(ALL) NOPASSWD:ALL"`,
  },
  {
    rule: 'node-user-text',
    broken: users(
      { name: 'ops', gecos: 'Ops: all', primaryGroup: 'a, b', homeDir: 'srv' },
      { name: 'on', gecos: 'Yes' },
      { name: 'spaced', gecos: 'Ops ' },
      { name: 'long', gecos: 'x'.repeat(257) },
      { name: 'template', gecos: 'Ops {{ v1.region }}' },
    ),
    sound: users(
      { name: 'ops', gecos: 'Zoë d’Arc, on call', primaryGroup: 'ops', homeDir: '/srv/ops' },
      { name: 'long', gecos: 'x'.repeat(256) },
    ),
    says: `mothership/demo/workers: bootstrap.users[0].gecos is "Ops: all"
  allowed: at most 256 characters in one line, starting with a letter, without colons, braces and #
  fix: leave it out, or write a name
mothership/demo/workers: bootstrap.users[0].primaryGroup is "a, b"
  allowed: the name of one group
  fix: leave it out
mothership/demo/workers: bootstrap.users[0].homeDir is "srv"
  allowed: the absolute path of a directory
  fix: write "/home/ops"
mothership/demo/workers: bootstrap.users[1].gecos is "Yes"
  allowed: at most 256 characters in one line, starting with a letter, without colons, braces and #
  fix: leave it out, or write a name
mothership/demo/workers: bootstrap.users[2].gecos is "Ops "
  allowed: at most 256 characters in one line, starting with a letter, without colons, braces and #
  fix: leave it out, or write a name
mothership/demo/workers: bootstrap.users[3].gecos is "${'x'.repeat(257)}"
  allowed: at most 256 characters in one line, starting with a letter, without colons, braces and #
  fix: leave it out, or write a name
mothership/demo/workers: bootstrap.users[4].gecos is "Ops {{ v1.region }}"
  allowed: at most 256 characters in one line, starting with a letter, without colons, braces and #
  fix: leave it out, or write a name`,
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
    sound: users({
      name: 'ops',
      sshAuthorizedKeys: [
        KEY,
        `from="10.0.0.0/8,*.example.org",no-pty ${KEY}`,
        `cert-authority ${KEY}`,
      ],
    }),
    says: `mothership/demo/workers: bootstrap.users[0].sshAuthorizedKeys[0] is "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIexa"
  allowed: a public key in one line of at most 2048 characters: type, key and comment
  fix: remove the space around it
mothership/demo/workers: bootstrap.users[0].sshAuthorizedKeys[1] is "a private key"
  allowed: a public key in one line of at most 2048 characters: type, key and comment
  fix: write the content of the .pub file
mothership/demo/workers: bootstrap.users[0].sshAuthorizedKeys[2] is "AAAAC3NzaC1lZDI1NTE5AAAAIexample ops@exa"
  allowed: a public key in one line of at most 2048 characters: type, key and comment
  fix: write the content of the .pub file`,
  },
  {
    rule: 'node-user-password',
    broken: users({ name: 'a', lockPassword: false }, { name: 'b', passwdFrom: PASSWORD }),
    sound: users({ name: 'a', lockPassword: false, passwdFrom: PASSWORD }, { name: 'b' }),
    says: `mothership/demo/workers: bootstrap.users[0].lockPassword is false
  allowed: false only with passwdFrom
  fix: leave it out, or set passwdFrom
mothership/demo/workers: bootstrap.users[1].lockPassword is missing
  allowed: false with passwdFrom
  fix: write false`,
  },
  {
    rule: 'node-user-password',
    broken: users({ name: 'a', lockPassword: false, passwdFrom: { name: 'users', key: '' } }),
    says: `mothership/demo/workers: bootstrap.users[0].passwdFrom is {"name":"users","key":""}
  allowed: the name of a Secret, and a key of letters, digits, dashes, dots and underscores
  fix: write the key that the Secret has`,
  },
  {
    rule: 'node-user-key-pair',
    broken: booted({ users: [{ name: 'ops' }] }, { sshKeyName: 'homelab' }),
    sound: booted({}, { sshKeyName: 'homelab' }),
    says: `mothership/demo/workers: sshKeyName is "homelab"
  allowed: no key pair when bootstrap.users has users
  fix: leave it out, and add the public key to sshAuthorizedKeys of a user`,
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
  fix: use a directory service for users
mothership/demo/workers: bootstrap.users[100].sshAuthorizedKeys.length is 101
  allowed: at most 100 keys
  fix: distribute them over several users, or use SSH certificates`,
  },
  {
    rule: 'node-ntp-server',
    broken: booted({ ntp: { servers: ['ntp://time.example:123', '192.0.2.1', '192.0.2.1'] } }),
    sound: booted({ ntp: { servers: ['time.example', '192.0.2.1', '2001:db8::1'] } }),
    says: `mothership/demo/workers: bootstrap.ntp.servers[0] is "ntp://time.example:123"
  allowed: the host name or address of a server, without duplicates
  fix: write "time.example"
mothership/demo/workers: bootstrap.ntp.servers[2] is "192.0.2.1"
  allowed: the host name or address of a server, without duplicates
  fix: leave it out`,
  },
  {
    rule: 'node-ntp-enabled',
    broken: booted({ ntp: { enabled: false, servers: ['time.example'] } }),
    sound: booted({ ntp: { enabled: false } }),
    says: `mothership/demo/workers: bootstrap.ntp.enabled is false
  allowed: true when servers are set
  fix: leave enabled out, or the servers`,
  },
  {
    rule: 'node-ntp-enabled',
    broken: booted({ ntp: { servers: clocks(101) } }),
    sound: booted({ ntp: { servers: clocks(100) } }),
    says: `mothership/demo/workers: bootstrap.ntp.servers.length is 101
  allowed: at most 100 servers
  fix: remove the most distant servers`,
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
  allowed: a public key in one line of at most 2048 characters: type, key and comment
  fix: leave out the comment, or use a shorter key`,
  },
  {
    rule: 'node-user-count',
    broken: users(...many(101)),
    sound: users(...many(100)),
    says: `mothership/demo/workers: bootstrap.users.length is 101
  allowed: at most 100 users
  fix: use a directory service for users`,
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
