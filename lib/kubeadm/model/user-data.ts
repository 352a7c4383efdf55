import type { Surroundings } from '../../cluster/model/cluster';
import { type BootstrapModel, isNodeFile, type NodeFile, PLAIN_BOOTSTRAP } from './bootstrap';
import type { KubeadmCluster } from './cluster';
import { nodeEnvironment } from './node-environment';

/** Maximum bytes of user data on clouds that accept 64 KiB in base64. */
export const MOST_USER_DATA_BYTES = 49_000;

/** Returns the maximum bytes of user data of machines; undefined if there is no limit. */
export function mostUserDataBytes({
  hasAnyUserData,
  mostUserDataBytes: most = MOST_USER_DATA_BYTES,
}: Surroundings): number | undefined {
  return hasAnyUserData === true ? undefined : most;
}

/** Bootstrap fields that add to the size of user data. */
export type SizedField = Exclude<keyof BootstrapModel, 'shared' | 'ntp' | 'verbosity'>;

/** Size of a bootstrap field in user data. */
export interface FieldBytes {
  /** Field of the bootstrap. */
  readonly field: SizedField;
  /** Estimated size in bytes. */
  readonly bytes: number;
}

/** Program that reads user data, which determines how strings are written to it. */
export type UserDataFormat = BootstrapModel['format']['kind'];

/** Overhead of a file besides its content: the key of its path, owner and mode. */
const FILE_BYTES = 90;
const ITEM_BYTES = 10;
const LINE_BYTES = 6;
const SURROUNDINGS = ['proxy', 'trustedCAs', 'registryMirrors'] as const;
const COMMANDS = ['bootCommands', 'preKubeadmCommands', 'postKubeadmCommands'] as const;

/** Estimates the size of each bootstrap field in user data. */
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

/** Estimates the size that each of these props adds to the previous ones, with which it can share files. */
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

/** Estimates the size of files in user data; the contents of Secrets are unknown and not counted. */
export function filesBytes(
  format: UserDataFormat,
  files: readonly Pick<NodeFile, 'path' | 'content'>[],
): number {
  return files.reduce((sum, { path, content }) => {
    const text = typeof content === 'string' ? content : '';
    return sum + FILE_BYTES + path.length + textBytes(format, text);
  }, 0);
}

/** Estimates the size of the items of a list in user data. */
export function itemsBytes(items: readonly unknown[]): number {
  return items.reduce<number>(
    (sum, item) => sum + ITEM_BYTES + Buffer.byteLength(JSON.stringify(item)),
    0,
  );
}

/** Returns the size of a string; Ignition encodes contents as URLs, and cloud-init indents every line. */
function textBytes(format: UserDataFormat, text: string): number {
  if (format === 'ignition') return encodeURIComponent(text.toWellFormed()).length;
  return Buffer.byteLength(text) + LINE_BYTES * text.split('\n').length;
}
