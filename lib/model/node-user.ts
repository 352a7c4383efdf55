import type { SecretKey } from './secret-key';

/** Account that is made on a machine. */
export interface NodeUser {
  /** Name that the user logs in with. */
  readonly name: string;
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
