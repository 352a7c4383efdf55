import type { BootstrapModel } from '../../lib/model/bootstrap';
import type { PropRow } from './rendering';
import { everywhere } from './rendering';

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

/** Rows for each field of a machine's bootstrap, wherever a kubeadm configuration begins. */
export function bootstrapRows(row: BootstrapRow, config: string): readonly PropRow[] {
  const rows: Readonly<Record<keyof BootstrapModel, readonly PropRow[]>> = {
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
    ],
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
  };
  return Object.values(rows).flat();
}
