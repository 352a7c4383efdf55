import type { Surroundings } from '../../cluster/model/cluster';
import { type BootstrapModel, isNodeFile, type NodeFile, PLAIN_BOOTSTRAP } from './bootstrap';
import type { KubeadmCluster } from './cluster';
import { nodeEnvironment } from './node-environment';

/** Bytes of user data that clouds take which have room for 64 KiB of them in base64. */
export const MOST_USER_DATA_BYTES = 49_000;

/** Most bytes of user data that machines get; undefined where they get any. */
export function mostUserDataBytes({
  hasAnyUserData,
  mostUserDataBytes: most = MOST_USER_DATA_BYTES,
}: Surroundings): number | undefined {
  return hasAnyUserData === true ? undefined : most;
}

/** Fields of a machine's bootstrap that take room in its user data. */
export type SizedField = Exclude<keyof BootstrapModel, 'shared' | 'ntp' | 'verbosity'>;

/** Room that a field of a machine's bootstrap takes. */
export interface FieldBytes {
  /** Field of the bootstrap. */
  readonly field: SizedField;
  /** Bytes that it takes, about. */
  readonly bytes: number;
}

/** Program that reads user data, as far as it decides on how texts are written into it. */
export type UserDataFormat = BootstrapModel['format']['kind'];

/** What surrounds the content of a file: its path's key, owner and mode. */
const FILE_BYTES = 90;
const ITEM_BYTES = 10;
const LINE_BYTES = 6;
const SURROUNDINGS = ['proxy', 'trustedCAs', 'registryMirrors'] as const;
const COMMANDS = ['bootCommands', 'preKubeadmCommands', 'postKubeadmCommands'] as const;

/** Room that each field of a machine's bootstrap takes in its user data, about. */
export function bootstrapBytes(
  cluster: KubeadmCluster,
  bootstrap: BootstrapModel,
): readonly FieldBytes[] {
  if (bootstrap === PLAIN_BOOTSTRAP) return [];
  const { format, files, users, mounts, diskSetup } = bootstrap;
  const { kind } = format;
  return [
    { field: 'files', bytes: filesBytes(kind, files.filter(isNodeFile)) },
    ...COMMANDS.map((field) => ({ field, bytes: itemsBytes(bootstrap[field]) })),
    { field: 'users', bytes: itemsBytes(users) },
    { field: 'mounts', bytes: itemsBytes(mounts) },
    { field: 'diskSetup', bytes: itemsBytes([...diskSetup.partitions, ...diskSetup.filesystems]) },
    ...surroundingsBytes(cluster, bootstrap),
    { field: 'format', bytes: kind === 'ignition' ? JSON.stringify(format).length : 0 },
  ];
}

/** Room that each prop of the surroundings takes beside those before it, with which it may share files. */
function surroundingsBytes(
  cluster: KubeadmCluster,
  bootstrap: BootstrapModel,
): readonly FieldBytes[] {
  let known = PLAIN_BOOTSTRAP;
  let before = 0;
  return SURROUNDINGS.map((field) => {
    known = { ...known, [field]: bootstrap[field] };
    const { files, preKubeadmCommands } = nodeEnvironment(cluster, known);
    const sum = filesBytes(bootstrap.format.kind, files) + itemsBytes(preKubeadmCommands);
    const bytes = sum - before;
    before = sum;
    return { field, bytes };
  });
}

/** Room that files take in user data, about; what Secrets hold is not known and not counted. */
export function filesBytes(
  format: UserDataFormat,
  files: readonly Pick<NodeFile, 'path' | 'content'>[],
): number {
  return files.reduce((sum, { path, content }) => {
    const text = typeof content === 'string' ? content : '';
    return sum + FILE_BYTES + path.length + textBytes(format, text);
  }, 0);
}

/** Room that the items of a list take in user data, about. */
export function itemsBytes(items: readonly unknown[]): number {
  return items.reduce<number>(
    (sum, item) => sum + ITEM_BYTES + Buffer.byteLength(JSON.stringify(item)),
    0,
  );
}

/** Ignition writes contents as URLs, and cloud-init with every line indented. */
function textBytes(format: UserDataFormat, text: string): number {
  if (format === 'ignition') return encodeURIComponent(text.toWellFormed()).length;
  return Buffer.byteLength(text) + LINE_BYTES * text.split('\n').length;
}
