import { isSecretKey, type SecretKey } from '../../secrets/model/secret-key';
import type { DiskSetup } from './disk-setup';
import type { MachineFormatModel } from './machine-format';
import type { NodeProxy } from './node-proxy';
import type { NodeUser } from './node-user';
import type { RegistryMirror } from './registry-mirror';
import type { TrustedCAModel } from './trusted-ca';

export type { SecretKey } from '../../secrets/model/secret-key';

/** File written to a machine before kubeadm runs. */
export interface NodeFile {
  /** Absolute path of the file. */
  readonly path: string;
  /** Content of the file, or the key of a Secret that holds it. */
  readonly content: string | SecretKey;
  /**
   * User and group that own the file, as `user:group`.
   *
   * @default 'root:root'
   * @see KubeadmConfigSpec.files.owner (bootstrap.cluster.x-k8s.io)
   */
  readonly owner?: string;
  /**
   * Mode of the file, in octal digits.
   *
   * @default '0644'
   * @see KubeadmConfigSpec.files.permissions (bootstrap.cluster.x-k8s.io)
   */
  readonly permissions?: string;
  /**
   * Whether the content is appended to an existing file.
   *
   * @default - the content replaces an existing file
   * @see KubeadmConfigSpec.files.append (bootstrap.cluster.x-k8s.io)
   */
  readonly append?: boolean;
  /**
   * Encoding of the content; the machine decodes it.
   *
   * @default - plain text
   * @see KubeadmConfigSpec.files.encoding (bootstrap.cluster.x-k8s.io)
   */
  readonly encoding?: 'base64' | 'gzip' | 'gzip+base64';
}

/** Tells whether a value is a well-formed file, with a path and a string or the key of a Secret as content. */
export function isNodeFile(value: unknown): value is NodeFile {
  if (typeof value !== 'object' || value === null) return false;
  const { path, content }: { path?: unknown; content?: unknown } = value;
  return typeof path === 'string' && (typeof content === 'string' || isSecretKey(content));
}

/** NTP settings of machines. */
export interface NtpModel {
  /**
   * Whether the image's NTP service is enabled.
   *
   * @default true
   * @see KubeadmConfigSpec.ntp.enabled (bootstrap.cluster.x-k8s.io)
   */
  readonly enabled?: boolean;
  /**
   * Host names or addresses of the servers.
   *
   * @default - the servers of the image
   * @see KubeadmConfigSpec.ntp.servers (bootstrap.cluster.x-k8s.io)
   */
  readonly servers?: readonly string[];
}

/** Bootstrap of machines in addition to kubeadm's own work, as plain data. */
export interface BootstrapModel {
  /** Program that reads the bootstrap configuration. */
  readonly format: MachineFormatModel;
  /** Files written before kubeadm runs. */
  readonly files: readonly NodeFile[];
  /** Shell commands run at every boot, before anything else. */
  readonly bootCommands: readonly string[];
  /** Shell commands run before kubeadm. */
  readonly preKubeadmCommands: readonly string[];
  /** Shell commands run after kubeadm. */
  readonly postKubeadmCommands: readonly string[];
  /** Entries of fstab: device, directory, and further fields. */
  readonly mounts: readonly (readonly string[])[];
  /** Partitions and file systems, which are created first. */
  readonly diskSetup: DiskSetup;
  /** User accounts to create. */
  readonly users: readonly NodeUser[];
  /** NTP settings; absent to keep those of the image. */
  readonly ntp?: NtpModel;
  /** Log level of kubeadm; absent for kubeadm's default. */
  readonly verbosity?: number;
  /** Proxy through which machines reach hosts outside their network; absent for none. */
  readonly proxy?: NodeProxy | undefined;
  /** Registry mirrors from which machines pull images. */
  readonly registryMirrors: readonly RegistryMirror[];
  /** CAs that machines trust in addition to those of their image. */
  readonly trustedCAs: readonly TrustedCAModel[];
  /** Fields that the cluster sets for all of its machines, for messages; absent for none. */
  readonly shared?: readonly string[];
}

/** Bootstrap of machines without settings. */
export const PLAIN_BOOTSTRAP: BootstrapModel = Object.freeze({
  format: Object.freeze({ kind: 'cloudInit' }),
  files: Object.freeze([]),
  bootCommands: Object.freeze([]),
  preKubeadmCommands: Object.freeze([]),
  postKubeadmCommands: Object.freeze([]),
  mounts: Object.freeze([]),
  diskSetup: Object.freeze({ partitions: Object.freeze([]), filesystems: Object.freeze([]) }),
  users: Object.freeze([]),
  registryMirrors: Object.freeze([]),
  trustedCAs: Object.freeze([]),
});

/** Maximum number of characters of a command or of a file's content in a bootstrap configuration. */
export const MOST_TEXT = 10_240;
