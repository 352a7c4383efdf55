import type { DiskSetup } from './disk-setup';

/** Key of a Secret in the namespace of the cluster. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly name: string;
  /** Key in its data. */
  readonly key: string;
}

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
}

/** What machines get and do besides kubeadm's own work, as plain data. */
export interface BootstrapModel {
  /** Files written before kubeadm runs. */
  readonly files: readonly NodeFile[];
  /** Shell commands run before kubeadm. */
  readonly preKubeadmCommands: readonly string[];
  /** Shell commands run after kubeadm. */
  readonly postKubeadmCommands: readonly string[];
  /** Lines of the table of mounts: device, directory, and what follows them there. */
  readonly mounts: readonly (readonly string[])[];
  /** Partitions and file systems that are made first. */
  readonly diskSetup: DiskSetup;
}

/** Bootstrap of machines that get nothing more. */
export const PLAIN_BOOTSTRAP: BootstrapModel = Object.freeze({
  files: Object.freeze([]),
  preKubeadmCommands: Object.freeze([]),
  postKubeadmCommands: Object.freeze([]),
  mounts: Object.freeze([]),
  diskSetup: Object.freeze({ partitions: Object.freeze([]), filesystems: Object.freeze([]) }),
});
