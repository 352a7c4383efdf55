import type { BootstrapModel, NodeFile } from '../model/bootstrap';
import { compact, type Fields } from './fields';

/** Lists that several parts of a machine's configuration add to. */
export type BootstrapPart = Partial<BootstrapModel>;

const OWNER = 'root:root';
const PERMISSIONS = '0644';

/** Fields of a kubeadm configuration besides kubeadm's own, from parts in their order. */
export function bootstrapFields(...parts: readonly BootstrapPart[]): Fields {
  const listOf = <K extends keyof BootstrapModel>(key: K) => {
    const items = parts.flatMap<unknown>((part) => part[key] ?? []);
    return items.length === 0 ? undefined : (items as BootstrapModel[K][number][]);
  };
  return compact({
    files: listOf('files')?.map(fileFields),
    preKubeadmCommands: listOf('preKubeadmCommands'),
    postKubeadmCommands: listOf('postKubeadmCommands'),
  });
}

function fileFields({ path, content, owner = OWNER, permissions = PERMISSIONS }: NodeFile): Fields {
  const source = typeof content === 'string' ? { content } : { contentFrom: { secret: content } };
  return { path, owner, permissions, ...source };
}
