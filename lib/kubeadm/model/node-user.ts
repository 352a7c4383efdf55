import type { SecretKey } from '../../secrets/model/secret-key';

/** User account on a machine. */
export interface NodeUser {
  /** Login name of the user. */
  readonly name: string;
  /**
   * Full name of the user, or the purpose of the account.
   *
   * @default - no full name
   * @see KubeadmConfigSpec.users.gecos (bootstrap.cluster.x-k8s.io)
   */
  readonly gecos?: string;
  /**
   * Public keys that can log in by SSH, each as one line of `authorized_keys`.
   *
   * @default - nobody can log in by SSH
   * @see KubeadmConfigSpec.users.sshAuthorizedKeys (bootstrap.cluster.x-k8s.io)
   */
  readonly sshAuthorizedKeys?: readonly string[];
  /**
   * sudo rule of the user, such as `ALL=(ALL) NOPASSWD:ALL`.
   *
   * @default - no sudo
   * @see KubeadmConfigSpec.users.sudo (bootstrap.cluster.x-k8s.io)
   */
  readonly sudo?: string;
  /**
   * Primary group of the user; cloud-init creates the group, Ignition does not.
   *
   * @default - a group with the user's name
   * @see KubeadmConfigSpec.users.primaryGroup (bootstrap.cluster.x-k8s.io)
   */
  readonly primaryGroup?: string;
  /**
   * Additional groups of the user.
   *
   * @default - no groups
   * @see KubeadmConfigSpec.users.groups (bootstrap.cluster.x-k8s.io)
   */
  readonly groups?: readonly string[];
  /**
   * Login shell of the user.
   *
   * @default - the image's default
   * @see KubeadmConfigSpec.users.shell (bootstrap.cluster.x-k8s.io)
   */
  readonly shell?: string;
  /**
   * Absolute path of the user's home directory, which is created.
   *
   * @default - the image's default, such as `/home/<name>`
   * @see KubeadmConfigSpec.users.homeDir (bootstrap.cluster.x-k8s.io)
   */
  readonly homeDir?: string;
  /**
   * Whether password login is disabled.
   *
   * @default - password login is disabled
   * @see KubeadmConfigSpec.users.lockPassword (bootstrap.cluster.x-k8s.io)
   */
  readonly lockPassword?: boolean;
  /**
   * Key of a Secret that holds the password hash.
   *
   * @default - no password
   * @see KubeadmConfigSpec.users.passwdFrom (bootstrap.cluster.x-k8s.io)
   */
  readonly passwdFrom?: SecretKey;
}
