import type { FieldPatch } from '../../../../support/patched-objects';
import type { ObjectCase } from '../../../assembly/cases/object-cases';

const KEY = 'pool/workers/bootstrapTemplate';
const AT = 'spec template spec';
const ON = 'of KubeadmConfigTemplate demo-workers';
const ALLOWED =
  'a string that YAML reads unchanged: without ": " or " #", a leading quote or bracket or a trailing colon, and not a number or a word such as "true" or "no"';
const FIX = 'write another value, or set it up in preKubeadmCommands';

/** Texts that land in YAML without quotes: a bad one, a good one, and what is said to be given. */
export const BARE_TEXTS: readonly (readonly [
  field: string,
  bad: unknown,
  good: unknown,
  place?: string,
])[] = [
  ['files', [{ path: '/etc/a #b' }], [{ path: '/etc/a#b' }], '[0].path'],
  ['files', [{ path: '/etc/a:' }], [{ path: '/etc/a:b' }], '[0].path'],
  ['files', [{ owner: 'a: b' }], [{ owner: 'root:root' }], '[0].owner'],
  ['users', [{ name: 'no' }], [{ name: 'noah' }], '[0].name'],
  ['users', [{ gecos: '"Ops" team' }], [{ gecos: 'Ops team' }], '[0].gecos'],
  ['users', [{ groups: '1000' }], [{ groups: 'adm, sudo' }], '[0].groups'],
  ['users', [{ homeDir: '[home]' }], [{ homeDir: '/home/[ops]' }], '[0].homeDir'],
  ['users', [{ shell: '/bin/sh:' }], [{ shell: '/bin/sh' }], '[0].shell'],
  ['users', [{ primaryGroup: '~' }], [{ primaryGroup: 'ops' }], '[0].primaryGroup'],
  [
    'users',
    [{ sudo: 'ALL=(ALL) NOPASSWD: ALL' }],
    [{ sudo: 'ALL=(ALL) NOPASSWD:ALL' }],
    '[0].sudo',
  ],
  ['users', [{ sudo: 'false' }], [{ sudo: 'falsely' }], '[0].sudo'],
  ['users', [{ primaryGroup: 'true' }], [{ primaryGroup: 'truly' }], '[0].primaryGroup'],
  ['users', [{ passwd: '*' }], [{ passwd: '$6$fake$fake' }], '[0].passwd'],
  [
    'users',
    [{ sshAuthorizedKeys: ['ssh-rsa AAAA a: b'] }],
    [{ sshAuthorizedKeys: ['ssh-rsa AAAA a@b'] }],
    '[0].sshAuthorizedKeys[0]',
  ],
  ['ntp.servers', ['pool.example\nb: c'], ['fd00::1', '10.0.0.1'], '[0]'],
  ['diskSetup.partitions', [{ device: '12' }], [{ device: '/dev/vdb' }], '[0].device'],
  ['diskSetup.filesystems', [{ device: '{a' }], [{ device: 'LABEL=a' }], '[0].device'],
  ['diskSetup.filesystems', [{ label: 'a: b' }], [{ label: '12' }], '[0].label'],
  ['diskSetup.filesystems', [{ filesystem: '@x' }], [{ filesystem: 'ext4' }], '[0].filesystem'],
  ['diskSetup.filesystems', [{ partition: '%' }], [{ partition: '1' }], '[0].partition'],
  ['diskSetup.filesystems', [{ replaceFS: '`x' }], [{ replaceFS: 'ntfs' }], '[0].replaceFS'],
  ['diskSetup.filesystems', [{ extraOpts: ['- x'] }], [{ extraOpts: ['-F'] }], '[0].extraOpts[0]'],
  ['mounts', [['/dev/vdb', '"/a"']], [['/dev/vdb', '/a', 'ext4', 'rw,noatime', '0']], '[0][1]'],
];

/** Examples of rules on what cloud-init reads. */
export const CLOUD_CONFIG_OBJECT_CASES: readonly ObjectCase[] = [
  ...BARE_TEXTS.map(
    ([field, bad, good, place]): ObjectCase => ({
      rule: 'object-cloud-config',
      key: KEY,
      broken: [patch(field, bad)],
      sound: [patch(field, good)],
      says: `mothership/demo: spec.template.spec.${field}${place} ${ON} is ${lastIn(bad)}
  allowed: ${ALLOWED}
  fix: ${FIX}`,
    }),
  ),
  {
    rule: 'object-cloud-config',
    key: 'controlPlane',
    broken: [['spec kubeadmConfigSpec files', [{ path: '/a', permissions: "0'644" }]]],
    sound: [['spec kubeadmConfigSpec files', [{ path: '/a', permissions: '0644' }]]],
    says: `mothership/demo: spec.kubeadmConfigSpec.files[0].permissions of KubeadmControlPlane demo-control-plane is "0'644"
  allowed: digits
  fix: write "0644"`,
  },
  {
    rule: 'object-cloud-config-template',
    key: KEY,
    broken: [
      [
        `${AT} joinConfiguration nodeRegistration kubeletExtraArgs`,
        [{ name: 'node-labels', value: 'a={%b' }],
      ],
      patch('files', [{ path: '/a', content: 'x {# y' }]),
    ],
    sound: [
      [
        `${AT} joinConfiguration nodeRegistration kubeletExtraArgs`,
        [{ name: 'provider-id', value: "openstack:///'{{ instance_id }}'" }],
      ],
      patch('files', [{ path: '/a', content: '{# x', encoding: 'base64' }]),
    ],
    says: `mothership/demo: spec.template.spec.joinConfiguration.nodeRegistration.kubeletExtraArgs[0].value ${ON} is "{%b"
  allowed: text without {#, {% and {{, except for cloud-init variables
  fix: remove these characters
mothership/demo: spec.template.spec.files[0].content ${ON} is "{# y"
  allowed: text without {#, {% and {{, except for cloud-init variables
  fix: remove these characters, or move the text to a file with encoding: "base64"`,
  },
  {
    rule: 'object-cloud-config-template',
    key: KEY,
    broken: [
      [`${AT} joinConfiguration nodeRegistration ignorePreflightErrors`, ['{%a']],
      patch('preKubeadmCommands', ['echo {%b']),
      patch('users', [{ name: 'ops', shell: '/bin/{#c' }]),
    ],
    sound: [patch('preKubeadmCommands', ['echo {b'])],
    says: `mothership/demo: spec.template.spec.joinConfiguration.nodeRegistration.ignorePreflightErrors[0] ${ON} is "{%a"
  allowed: text without {#, {% and {{, except for cloud-init variables
  fix: remove these characters
mothership/demo: spec.template.spec.preKubeadmCommands[0] ${ON} is "{%b"
  allowed: text without {#, {% and {{, except for cloud-init variables
  fix: remove these characters, or move the text to a file with encoding: "base64"
mothership/demo: spec.template.spec.users[0].shell ${ON} is "{#c"
  allowed: text without {#, {% and {{, except for cloud-init variables
  fix: remove these characters`,
  },
  {
    rule: 'object-line-separator',
    key: KEY,
    broken: [
      [
        `${AT} joinConfiguration nodeRegistration kubeletExtraArgs`,
        [{ name: 'node-labels', value: 'a\u2028' }],
      ],
    ],
    sound: [
      [
        `${AT} joinConfiguration nodeRegistration kubeletExtraArgs`,
        [{ name: 'node-labels', value: 'a\u2027' }],
      ],
    ],
    says: `mothership/demo: spec.template.spec.joinConfiguration.nodeRegistration.kubeletExtraArgs[0].value ${ON} is "(text with U+2028)"
  allowed: only "\\n" as a line break
  fix: replace it with a line break or a space`,
  },
];

function patch(field: string, value: unknown): FieldPatch {
  return [`${AT} ${field.replace('.', ' ')}`, value];
}

/** Innermost value that is last in its list. */
function lastIn(value: unknown): string {
  if (Array.isArray(value)) return lastIn(value.at(-1));
  if (typeof value === 'string' && value.includes('\n')) {
    return `"${value.split('\n')[0]}… (${value.length} characters)`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return lastIn(Object.values(value).at(-1));
}
