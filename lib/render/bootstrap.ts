import type { BootstrapModel, NodeFile } from '../model/bootstrap';
import type { DiskFilesystem, DiskPartition, DiskSetup } from '../model/disk-setup';
import { compact, type Fields } from './fields';

/** What one part of a machine's configuration adds to the lists that all of them share. */
export type BootstrapPart = Partial<BootstrapModel>;

const OWNER = 'root:root';
const PERMISSIONS = '0644';

/** Fields of a kubeadm configuration besides kubeadm's own, from parts in their order. */
export function bootstrapFields(...parts: readonly BootstrapPart[]): Fields {
  const joined = <T>(list: (part: BootstrapPart) => readonly T[] | undefined): readonly T[] =>
    parts.flatMap((part) => list(part) ?? []);
  return compact({
    diskSetup: diskFields({
      partitions: joined((part) => part.diskSetup?.partitions),
      filesystems: joined((part) => part.diskSetup?.filesystems),
    }),
    mounts: joined((part) => part.mounts),
    files: joined((part) => part.files).map(fileFields),
    preKubeadmCommands: joined((part) => part.preKubeadmCommands),
    postKubeadmCommands: joined((part) => part.postKubeadmCommands),
  });
}

function fileFields({ path, content, owner = OWNER, permissions = PERMISSIONS }: NodeFile): Fields {
  const source = typeof content === 'string' ? { content } : { contentFrom: { secret: content } };
  return { path, owner, permissions, ...source };
}

function diskFields({ partitions, filesystems }: DiskSetup): Fields {
  return compact({
    partitions: partitions.map(partitionFields),
    filesystems: filesystems.map(filesystemFields),
  });
}

function partitionFields({ device, layout, overwrite, tableType }: DiskPartition): Fields {
  return { device, layout, overwrite, tableType };
}

function filesystemFields(filesystem: DiskFilesystem): Fields {
  const { device, filesystem: kind, label, partition, overwrite, extraOpts } = filesystem;
  return compact({ device, filesystem: kind, label, partition, overwrite, extraOpts });
}
