import { type BootstrapModel, PLAIN_BOOTSTRAP } from '../../../../../lib/kubeadm/model/bootstrap';
import { type RuleCase, withPool } from '../../../assembly/rule-case';
import { windows } from '../../../cluster/rules/cases/windows-case';

const PROXY = { httpProxy: 'http://proxy.example:3128', noProxy: ['203.0.113.0/24'] };
const PEM = '-----BEGIN CERTIFICATE-----\nZXhhbXBsZQ==\n-----END CERTIFICATE-----\n';
const MIRROR = { registry: 'docker.io', endpoints: [{ url: 'https://mirror.example' }] };
const CA = { kind: 'named', name: 'corp', content: PEM } as const;
const DATA = { device: '/dev/vdb', filesystem: 'ext4', label: 'data' };
const NONE = 'none; a Windows pool does not support';
const BY_HAND = 'set it up in the image, or with files and preKubeadmCommands';
const AT = 'mothership/demo/win: bootstrap';
const WORDS =
  'an absolute path of at most 512 characters, such as "C:/k/azure.json", without "." or ".." as a directory or a trailing slash';

/** Examples of rules on what machines with Windows get. */
export const WINDOWS_BOOTSTRAP_CASES: readonly RuleCase[] = [
  {
    rule: 'windows-bootstrap',
    broken: booted({
      shared: ['proxy', 'registryMirrors', 'trustedCAs'],
      proxy: PROXY,
      registryMirrors: [MIRROR],
      trustedCAs: [CA],
    }),
    sound: booted({ proxy: undefined }),
    says: `${AT}.proxy is "the value of mothership/demo"
  allowed: ${NONE} proxy
  fix: write bootstrap: { proxy: undefined } in the pool, and ${BY_HAND}
${AT}.registryMirrors is "the value of mothership/demo"
  allowed: ${NONE} registryMirrors
  fix: write bootstrap: { registryMirrors: [] } in the pool, and ${BY_HAND}
${AT}.trustedCAs is "the value of mothership/demo"
  allowed: ${NONE} trustedCAs
  fix: write bootstrap: { trustedCAs: [] } in the pool, and ${BY_HAND}`,
  },
  {
    rule: 'windows-bootstrap',
    broken: booted({ shared: ['users'], proxy: PROXY, bootCommands: ['dir'] }),
    sound: booted({ preKubeadmCommands: ['dir'], ntp: { enabled: true } }),
    says: `${AT}.proxy is "the value of the pool"
  allowed: ${NONE} proxy
  fix: leave it out, and ${BY_HAND}
${AT}.bootCommands is "the value of the pool"
  allowed: ${NONE} bootCommands
  fix: leave it out, and move it to preKubeadmCommands`,
  },
  {
    rule: 'windows-bootstrap',
    broken: booted({
      mounts: [['LABEL=data', '/srv']],
      diskSetup: { partitions: [], filesystems: [DATA] },
    }),
    says: `${AT}.mounts is "the value of the pool"
  allowed: ${NONE} mounts
  fix: leave it out, and assign drive letters in preKubeadmCommands
${AT}.diskSetup is "the value of the pool"
  allowed: ${NONE} diskSetup
  fix: leave it out, and prepare disks in preKubeadmCommands`,
  },
  {
    rule: 'windows-bootstrap',
    broken: booted({
      diskSetup: {
        partitions: [{ device: '/dev/vdb', layout: true, overwrite: false, tableType: 'gpt' }],
        filesystems: [],
      },
    }),
    says: `${AT}.diskSetup is "the value of the pool"
  allowed: ${NONE} diskSetup
  fix: leave it out, and prepare disks in preKubeadmCommands`,
  },
  {
    rule: 'windows-command',
    broken: booted({
      preKubeadmCommands: ['systemctl restart containerd'],
      postKubeadmCommands: ['echo done', 'sudo apt-get update'],
    }),
    sound: booted({
      preKubeadmCommands: ['systemctl.exe x', 'powershell -c Restart-Service containerd'],
      postKubeadmCommands: ['sed-like.exe', 'net user', 'rm -Recurse C:\\tmp', 'shutdown /r /t 0'],
    }),
    says: `${AT}.preKubeadmCommands[0] is "systemctl restart containerd"
  allowed: Windows commands in a Windows pool
  fix: leave it out, or write the equivalent in PowerShell
${AT}.postKubeadmCommands[1] is "sudo apt-get update"
  allowed: Windows commands in a Windows pool
  fix: leave it out, or write the equivalent in PowerShell`,
  },
  ...[
    'sh -c "x"',
    'ln -s a b',
    'export A=b',
    'source x',
    'if [ -f x ]; then y; fi',
    '[ -f x ] && y',
    'rm -rf x',
    'echo x > /etc/motd',
  ].map((command) => ({
    rule: 'windows-command',
    broken: booted({ preKubeadmCommands: [command] }),
    says: `${AT}.preKubeadmCommands[0] is ${JSON.stringify(command)}
  allowed: Windows commands in a Windows pool
  fix: leave it out, or write the equivalent in PowerShell`,
  })),
  {
    rule: 'windows-command',
    broken: booted({ shared: ['preKubeadmCommands'], preKubeadmCommands: ['/usr/bin/true'] }),
    says: `${AT}.preKubeadmCommands[0] is "/usr/bin/true"
  allowed: Windows commands in a Windows pool
  fix: write bootstrap: { preKubeadmCommands: […] } in the pool to replace those of mothership/demo`,
  },
  {
    rule: 'windows-user',
    broken: booted({
      users: [{ name: 'ops', sudo: 'ALL=(ALL) ALL', homeDir: '/srv/ops', shell: '/bin/bash' }],
    }),
    sound: booted({
      users: [{ name: 'ops', gecos: 'Ops', primaryGroup: 'Users', groups: ['Administrators'] }],
    }),
    says: `${AT}.users[0].sudo is "ALL=(ALL) ALL"
  allowed: an account without sudo in a Windows pool
  fix: leave it out, and write groups: ["Administrators"]
${AT}.users[0].homeDir is "/srv/ops"
  allowed: an account without homeDir in a Windows pool
  fix: leave it out
${AT}.users[0].shell is "/bin/bash"
  allowed: an account without shell in a Windows pool
  fix: leave it out`,
  },
  {
    rule: 'windows-user',
    broken: booted({ shared: ['users'], users: [{ name: 'ops', sudo: 'ALL=(ALL) ALL' }] }),
    says: `${AT}.users[0].sudo is "ALL=(ALL) ALL"
  allowed: an account without sudo in a Windows pool
  fix: write bootstrap: { users: […] } in the pool to replace those of mothership/demo, and there write groups: ["Administrators"]`,
  },
  {
    rule: 'node-user-name',
    broken: booted({ users: [{ name: 'a'.repeat(21) }] }),
    sound: booted({ users: [{ name: 'Operators' }, { name: 'a'.repeat(20) }] }),
    says: `${AT}.users[0].name is "aaaaaaaaaaaaaaaaaaaaa"
  allowed: at most 20 letters, digits, dashes and underscores, starting with a letter
  fix: write another name`,
  },
  {
    rule: 'node-user-text',
    broken: booted({ users: [{ name: 'ops', groups: ['Administrators, Users'] }] }),
    sound: booted({ users: [{ name: 'ops', groups: ['Remote Desktop Users'] }] }),
    says: `${AT}.users[0].groups is "Administrators, Users"
  allowed: valid names of groups
  fix: write each group as a separate string`,
  },
  {
    rule: 'node-file-path',
    broken: files('k\\azure.json', 'C:\\\\k\\.\\azure.json', 'C:/k/../a', 'C:/a #b', 'C:/a|b'),
    sound: files('C:\\k\\azure.json', 'c:/Program Files/containerd/config.toml', '/k/a', 'D:/a#b'),
    says: `${AT}.files[0].path is "k\\\\azure.json"
  allowed: ${WORDS}
  fix: write "C:/k/azure.json"
${AT}.files[1].path is "C:\\\\\\\\k\\\\.\\\\azure.json"
  allowed: ${WORDS}
  fix: write "C:/k/azure.json"
${AT}.files[2].path is "C:/k/../a"
  allowed: ${WORDS}
  fix: write the full path from the root
${AT}.files[3].path is "C:/a #b"
  allowed: ${WORDS}
  fix: write the full path from the root
${AT}.files[4].path is "C:/a|b"
  allowed: ${WORDS}
  fix: write the full path from the root`,
  },
  {
    rule: 'node-file-path',
    broken: withPool({
      bootstrap: { ...PLAIN_BOOTSTRAP, files: [{ path: 'C:\\k\\azure.json', content: 'a' }] },
    }),
    says: `mothership/demo/workers: bootstrap.files[0].path is "C:\\\\k\\\\azure.json"
  allowed: an absolute path of at most 512 characters, without "." or ".." as a directory, and without spaces or a slash at an end
  fix: write the full path from the root`,
  },
];

function booted(bootstrap: Partial<BootstrapModel>) {
  return windows({ bootstrap: { ...PLAIN_BOOTSTRAP, ...bootstrap } });
}

function files(...paths: readonly string[]) {
  return booted({ files: paths.map((path) => ({ path, content: 'a' })) });
}
