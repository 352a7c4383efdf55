import { compact, type Fields } from '../../base/fields';
import { jinjaIn } from '../../base/jinja';
import type { EmitDocuments } from '../../base/yaml-documents';
import type { RenderContext } from '../../cluster/render/context';
import type { RegistrationReader } from '../../cluster/render/infrastructure';
import type { SecretKey } from '../../secrets/model/secret-key';
import type { BootstrapModel, NodeFile, NtpModel } from '../model/bootstrap';
import type { DiskFilesystem, DiskPartition, DiskSetup } from '../model/disk-setup';
import type { NodeUser } from '../model/node-user';
import { ignitionCommands, ignitionDisks, ignitionFields, ignitionMounts } from './ignition';

/** Part of a machine's bootstrap configuration, whose lists are joined with those of other parts. */
export type BootstrapPart = Partial<BootstrapModel>;

const OWNER = 'root:root';
const PERMISSIONS = '0644';
/** Separator of groups: Ignition splits them at this string, and cloud-init at the comma. */
const GROUP_SEPARATOR = ', ';

/** Renders the fields of a kubeadm configuration other than kubeadm's own, from parts in order. */
export function bootstrapFields(
  { infrastructure }: Pick<RenderContext, 'infrastructure'>,
  emitDocuments: EmitDocuments,
  ...parts: readonly BootstrapPart[]
): Fields {
  const joined = <T>(list: (part: BootstrapPart) => readonly T[] | undefined): readonly T[] =>
    parts.flatMap((part) => list(part) ?? []);
  const last = <T>(value: (part: BootstrapPart) => T | undefined): T | undefined =>
    parts.map(value).findLast((one) => one !== undefined);
  const format = last((part) => part.format);
  const ignition = format?.kind === 'ignition' ? format : undefined;
  const mounts = joined((part) => part.mounts);
  const disks = {
    partitions: joined((part) => part.diskSetup?.partitions),
    filesystems: joined((part) => part.diskSetup?.filesystems),
  };
  const preKubeadmCommands = joined((part) => part.preKubeadmCommands);
  return compact({
    diskSetup: diskFields(ignition ? ignitionDisks(disks) : disks),
    mounts: ignition ? ignitionMounts(mounts) : mounts,
    files: joined((part) => part.files).map((file) => fileFields(ignition ? file : literal(file))),
    users: joined((part) => part.users).map(userFields),
    ntp: last((part) => part.ntp && ntpFields(part.ntp)),
    verbosity: last((part) => part.verbosity),
    bootCommands: joined((part) => part.bootCommands),
    preKubeadmCommands: [
      ...(ignition ? ignitionCommands(infrastructure) : []),
      ...registrationCommands(infrastructure, ignition ? 'ignition' : 'cloud-init'),
      ...preKubeadmCommands,
    ],
    postKubeadmCommands: joined((part) => part.postKubeadmCommands),
    ...(ignition && ignitionFields(ignition, emitDocuments)),
  });
}

function registrationCommands(
  infrastructure: RenderContext['infrastructure'],
  reader: RegistrationReader,
): readonly string[] {
  return infrastructure.registration(reader, 'linux').commands ?? [];
}

/** Encodes a file in base64 if cloud-init would otherwise read its content as a template. */
function literal(file: NodeFile): NodeFile {
  const { content, encoding } = file;
  if (encoding !== undefined || typeof content !== 'string') return file;
  if (jinjaIn(content) === undefined) return file;
  return { ...file, encoding: 'base64', content: Buffer.from(content).toString('base64') };
}

/** Renders the fields of a file in a kubeadm configuration. */
export function fileFields(file: NodeFile): Fields {
  const { path, content, owner = OWNER, permissions = PERMISSIONS, append, encoding } = file;
  const source =
    typeof content === 'string' ? { content } : { contentFrom: { secret: reference(content) } };
  return compact({ path, owner, permissions, append, encoding, ...source });
}

function userFields(user: NodeUser): Fields {
  const { name, gecos, sshAuthorizedKeys, sudo, primaryGroup, groups, homeDir, shell } = user;
  const { lockPassword, passwdFrom } = user;
  return compact({
    name,
    gecos,
    sshAuthorizedKeys,
    sudo,
    primaryGroup,
    groups: groups?.join(GROUP_SEPARATOR),
    homeDir,
    shell,
    lockPassword,
    passwdFrom: passwdFrom && { secret: reference(passwdFrom) },
  });
}

function reference({ name, key }: SecretKey): Fields {
  return { name, key };
}

function ntpFields({ enabled = true, servers }: NtpModel): Fields {
  return compact({ enabled, servers });
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
