import { isSecretKey, type SecretKey } from '../../secrets/model/secret-key';
import type { DiskSetup } from './disk-setup';
import type { MachineFormatModel } from './machine-format';
import type { NodeProxy } from './node-proxy';
import type { NodeUser } from './node-user';
import type { RegistryMirror } from './registry-mirror';
import type { TrustedCAModel } from './trusted-ca';

export type { SecretKey } from '../../secrets/model/secret-key';

/** File that is written onto a machine before kubeadm runs. */
export interface NodeFile {
  /** Absolute path of the file. */
  readonly path: string;
  /** Text of the file, or the key of a Secret that holds it. */
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
   * Whether the content goes to the end of a file that is there already.
   *
   * @default - the content takes its place
   * @see KubeadmConfigSpec.files.append (bootstrap.cluster.x-k8s.io)
   */
  readonly append?: boolean;
  /**
   * How the content is written down; the machine decodes it.
   *
   * @default - as plain text
   * @see KubeadmConfigSpec.files.encoding (bootstrap.cluster.x-k8s.io)
   */
  readonly encoding?: 'base64' | 'gzip' | 'gzip+base64';
}

/** Tells whether a value has what makes it a file: a path, and a text or the key of a Secret. */
export function isNodeFile(value: unknown): value is NodeFile {
  if (typeof value !== 'object' || value === null) return false;
  const { path, content }: { path?: unknown; content?: unknown } = value;
  return typeof path === 'string' && (typeof content === 'string' || isSecretKey(content));
}

/** Where machines get the time from. */
export interface NtpModel {
  /**
   * Whether the image's NTP service is switched on.
   *
   * @default - it is
   * @see KubeadmConfigSpec.ntp.enabled (bootstrap.cluster.x-k8s.io)
   */
  readonly enabled?: boolean;
  /**
   * Names or addresses of the servers.
   *
   * @default - those of the image
   * @see KubeadmConfigSpec.ntp.servers (bootstrap.cluster.x-k8s.io)
   */
  readonly servers?: readonly string[];
}

/** What machines get and do besides kubeadm's own work, as plain data. */
export interface BootstrapModel {
  /** Program that reads the configuration. */
  readonly format: MachineFormatModel;
  /** Files written before kubeadm runs. */
  readonly files: readonly NodeFile[];
  /** Shell commands run at every boot, before anything else. */
  readonly bootCommands: readonly string[];
  /** Shell commands run before kubeadm. */
  readonly preKubeadmCommands: readonly string[];
  /** Shell commands run after kubeadm. */
  readonly postKubeadmCommands: readonly string[];
  /** Lines of the table of mounts: device, directory, and what follows them there. */
  readonly mounts: readonly (readonly string[])[];
  /** Partitions and file systems that are made first. */
  readonly diskSetup: DiskSetup;
  /** Accounts that are made. */
  readonly users: readonly NodeUser[];
  /** Where machines get the time from; absent leaves the image as it is. */
  readonly ntp?: NtpModel;
  /** Level of detail of kubeadm's log; absent takes kubeadm's own. */
  readonly verbosity?: number;
  /** Proxy through which machines reach what is outside their network; absent for none. */
  readonly proxy?: NodeProxy | undefined;
  /** Servers from which machines pull images. */
  readonly registryMirrors: readonly RegistryMirror[];
  /** Authorities that machines trust besides those of their image. */
  readonly trustedCAs: readonly TrustedCAModel[];
  /** Fields that the cluster states for all of its machines, for messages; absent for none. */
  readonly shared?: readonly string[];
}

/** Bootstrap of machines that get nothing more. */
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

/** Most characters of a text in a bootstrap configuration: a command, or the content of a file. */
export const MOST_TEXT = 10_240;
