import type { BootstrapModel } from '../../lib/kubeadm/model/bootstrap';
import { nodeEnvironmentRows } from './node-environment-rows';
import type { PropRow } from './rendering';
import { everywhere } from './rendering';

/** Fields of a machine's bootstrap that are not for messages alone. */
type RenderedField = Exclude<keyof BootstrapModel, 'shared'>;

/** Makes a row of a machine's bootstrap fields that land at one place. */
export type BootstrapRow = (bootstrap: Partial<BootstrapModel>, lands: PropRow['lands']) => PropRow;

const DISK = { device: '/dev/vdb', layout: false, overwrite: true, tableType: 'mbr' } as const;
const PLAIN_FILESYSTEM = { device: '/dev/vdb', filesystem: 'ext4', label: 'etcd_disk' };
const FILESYSTEM = {
  ...PLAIN_FILESYSTEM,
  partition: '1',
  overwrite: false,
  extraOpts: ['-E', 'lazy_itable_init=1'],
};

const USER = {
  name: 'admin',
  gecos: 'Admin of machines',
  primaryGroup: 'ops',
  homeDir: '/srv/admin',
  sshAuthorizedKeys: ['ssh-ed25519 AAAAexample ops'],
  sudo: 'ALL=(ALL) NOPASSWD:ALL',
  groups: ['adm', 'docker'],
  shell: '/bin/bash',
  lockPassword: false,
  passwdFrom: { name: 'users', key: 'admin' },
};

const IGNITION: BootstrapModel['format'] = {
  kind: 'ignition',
  containerLinuxConfig: {
    locksmith: { reboot_strategy: 'off' },
    systemd: {
      units: [
        { name: 'update-engine.service', mask: true },
        { name: 'kubeadm.service', dropins: [{ name: '20-own.conf', contents: '[Unit]\n' }] },
      ],
    },
  },
  strict: true,
};
const IGNITION_COMMANDS = [
  'test -n "$COREOS_OPENSTACK_HOSTNAME"',
  'test -n "$COREOS_OPENSTACK_INSTANCE_UUID"',
  'export COREOS_OPENSTACK_HOSTNAME="$(echo "$COREOS_OPENSTACK_HOSTNAME" | cut -d. -f1)"',
  "(umask 077 && envsubst '$COREOS_OPENSTACK_HOSTNAME $COREOS_OPENSTACK_INSTANCE_UUID' < /etc/kubeadm.yml > /etc/kubeadm.yml.filled)",
  'mv /etc/kubeadm.yml.filled /etc/kubeadm.yml',
];
const CONTAINER_LINUX = `locksmith:
  reboot_strategy: 'off'
systemd:
  units:
    - name: coreos-metadata-sshkeys@.service
      enabled: true
    - name: kubeadm.service
      enabled: true
      dropins:
        - name: 10-metadata.conf
          contents: |
            [Unit]
            Requires=coreos-metadata.service
            Wants=containerd.service
            After=containerd.service coreos-metadata.service
            [Service]
            EnvironmentFile=/run/metadata/flatcar
        - name: 20-own.conf
          contents: |
            [Unit]
    - name: update-engine.service
      mask: true
`;

/** Rows for each field of a machine's bootstrap, wherever a kubeadm configuration begins. */
export function bootstrapRows(row: BootstrapRow, config: string): readonly PropRow[] {
  const environmentRows = nodeEnvironmentRows(row, config);
  const rows: Readonly<Record<RenderedField, readonly PropRow[]>> = {
    format: [
      row({ format: IGNITION }, everywhere(`${config}.format`, 'ignition')),
      row({ format: IGNITION }, everywhere(`${config}.ignition.containerLinuxConfig.strict`, true)),
      row(
        { format: IGNITION },
        everywhere(`${config}.ignition.containerLinuxConfig.additionalConfig`, CONTAINER_LINUX),
      ),
      row(
        { format: IGNITION, preKubeadmCommands: ['true'] },
        everywhere(`${config}.preKubeadmCommands`, [...IGNITION_COMMANDS, 'true']),
      ),
      row(
        { format: IGNITION },
        everywhere(
          `${config}.joinConfiguration.nodeRegistration.name`,
          '$COREOS_OPENSTACK_HOSTNAME',
        ),
      ),
      row({ format: IGNITION }, ({ core }) => [
        [
          ...config.split('.'),
          ...['joinConfiguration', 'nodeRegistration', 'kubeletExtraArgs'],
          ...(core === 'v1beta1' ? ['provider-id'] : ['1', 'value']),
        ],
        'openstack:///$COREOS_OPENSTACK_INSTANCE_UUID',
      ]),
      row(
        {
          format: IGNITION,
          mounts: [
            ['LABEL=data', '/data', 'ext4', 'noatime,nofail', '0', '2'],
            ['LABEL=more', '/more', 'auto'],
          ],
        },
        everywhere(`${config}.mounts`, [
          ['data', '/data', 'noatime,nofail'],
          ['more', '/more'],
        ]),
      ),
      row(
        {
          format: IGNITION,
          diskSetup: {
            partitions: [],
            filesystems: [PLAIN_FILESYSTEM, { ...PLAIN_FILESYSTEM, overwrite: true }],
          },
        },
        everywhere(`${config}.diskSetup`, {
          filesystems: [
            { ...PLAIN_FILESYSTEM, overwrite: false },
            { ...PLAIN_FILESYSTEM, overwrite: true },
          ],
        }),
      ),
    ],
    files: [
      row(
        { files: [{ path: '/etc/motd', content: 'hi' }] },
        everywhere(`${config}.files`, [
          { path: '/etc/motd', owner: 'root:root', permissions: '0644', content: 'hi' },
        ]),
      ),
      row(
        {
          files: [
            {
              path: '/etc/key',
              content: { name: 'keys', key: 'a' },
              owner: 'etcd:etcd',
              permissions: '0600',
            },
          ],
        },
        everywhere(`${config}.files`, [
          {
            path: '/etc/key',
            owner: 'etcd:etcd',
            permissions: '0600',
            contentFrom: { secret: { name: 'keys', key: 'a' } },
          },
        ]),
      ),
      row(
        { files: [{ path: '/etc/hosts', content: 'aGkK', append: true, encoding: 'base64' }] },
        everywhere(`${config}.files`, [
          {
            path: '/etc/hosts',
            owner: 'root:root',
            permissions: '0644',
            content: 'aGkK',
            append: true,
            encoding: 'base64',
          },
        ]),
      ),
    ],
    bootCommands: [row({ bootCommands: ['true'] }, everywhere(`${config}.bootCommands`, ['true']))],
    preKubeadmCommands: [
      row({ preKubeadmCommands: ['true'] }, everywhere(`${config}.preKubeadmCommands`, ['true'])),
    ],
    postKubeadmCommands: [
      row({ postKubeadmCommands: ['true'] }, everywhere(`${config}.postKubeadmCommands`, ['true'])),
    ],
    mounts: [
      row(
        { mounts: [['LABEL=etcd_disk', '/var/lib/etcd', 'ext4']] },
        everywhere(`${config}.mounts`, [['LABEL=etcd_disk', '/var/lib/etcd', 'ext4']]),
      ),
    ],
    diskSetup: [
      row(
        { diskSetup: { partitions: [DISK], filesystems: [] } },
        everywhere(`${config}.diskSetup`, { partitions: [DISK] }),
      ),
      row(
        { diskSetup: { partitions: [], filesystems: [PLAIN_FILESYSTEM, FILESYSTEM] } },
        everywhere(`${config}.diskSetup`, { filesystems: [PLAIN_FILESYSTEM, FILESYSTEM] }),
      ),
    ],
    users: [
      row(
        { users: [{ name: 'ops' }, USER] },
        everywhere(`${config}.users`, [
          { name: 'ops' },
          {
            ...USER,
            groups: 'adm, docker',
            passwdFrom: { secret: { name: 'users', key: 'admin' } },
          },
        ]),
      ),
    ],
    ntp: [
      row({ ntp: {} }, everywhere(`${config}.ntp`, { enabled: true })),
      row(
        { ntp: { enabled: false, servers: ['ntp.example'] } },
        everywhere(`${config}.ntp`, { enabled: false, servers: ['ntp.example'] }),
      ),
    ],
    proxy: environmentRows.proxy,
    registryMirrors: environmentRows.registryMirrors,
    trustedCAs: environmentRows.trustedCAs,
    verbosity: [row({ verbosity: 0 }, everywhere(`${config}.verbosity`, 0))],
  };
  return Object.values(rows).flat();
}
