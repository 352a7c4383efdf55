import type { BootstrapModel } from '../../lib/model/bootstrap';
import type { PropRow } from './rendering';
import { everywhere } from './rendering';

/** Makes a row of a machine's bootstrap fields that land at one place. */
export type BootstrapRow = (bootstrap: Partial<BootstrapModel>, lands: PropRow['lands']) => PropRow;

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
  };
  return Object.values(rows).flat();
}
