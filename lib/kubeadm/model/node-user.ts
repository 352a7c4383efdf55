import type { SecretKey } from '../../secrets/model/secret-key';

/** Account that is made on a machine. */
export interface NodeUser {
  /** Name that the user logs in with. */
  readonly name: string;
  /**
   * Full name of the user, or what the account is for.
   *
   * @default - none
   * @see KubeadmConfigSpec.users.gecos (bootstrap.cluster.x-k8s.io)
   */
  readonly gecos?: string;
  /**
   * Public keys that may log in by SSH, each as one line of `authorized_keys`.
   *
   * @default - nobody may log in by SSH
   * @see KubeadmConfigSpec.users.sshAuthorizedKeys (bootstrap.cluster.x-k8s.io)
   */
  readonly sshAuthorizedKeys?: readonly string[];
  /**
   * What the user may do as another, such as `ALL=(ALL) NOPASSWD:ALL`.
   *
   * @default - nothing
   * @see KubeadmConfigSpec.users.sudo (bootstrap.cluster.x-k8s.io)
   */
  readonly sudo?: string;
  /**
   * Group of the files that the user makes; cloud-init makes the group, Ignition does not.
   *
   * @default - a group with the user's name
   * @see KubeadmConfigSpec.users.primaryGroup (bootstrap.cluster.x-k8s.io)
   */
  readonly primaryGroup?: string;
  /**
   * Groups of the user besides their own.
   *
   * @default - no groups
   * @see KubeadmConfigSpec.users.groups (bootstrap.cluster.x-k8s.io)
   */
  readonly groups?: readonly string[];
  /**
   * Shell of the user.
   *
   * @default - the image's
   * @see KubeadmConfigSpec.users.shell (bootstrap.cluster.x-k8s.io)
   */
  readonly shell?: string;
  /**
   * Absolute path of the user's home, which is made.
   *
   * @default - the image's, such as `/home/<name>`
   * @see KubeadmConfigSpec.users.homeDir (bootstrap.cluster.x-k8s.io)
   */
  readonly homeDir?: string;
  /**
   * Whether no password opens the account.
   *
   * @default - it is locked
   * @see KubeadmConfigSpec.users.lockPassword (bootstrap.cluster.x-k8s.io)
   */
  readonly lockPassword?: boolean;
  /**
   * Key of a Secret that holds the hash of the password.
   *
   * @default - no password
   * @see KubeadmConfigSpec.users.passwdFrom (bootstrap.cluster.x-k8s.io)
   */
  readonly passwdFrom?: SecretKey;
}
