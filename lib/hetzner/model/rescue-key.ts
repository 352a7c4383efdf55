/** Keys of a Secret with an SSH key of the rescue system. */
export interface RescueKeyOptions {
  /**
   * Key with the name of the SSH key in the project.
   *
   * @default 'sshkey-name'
   * @see HetznerCluster.spec.sshKeys.robotRescueSecretRef.key.name (infrastructure.cluster.x-k8s.io)
   */
  readonly nameKey?: string;
  /**
   * Key with the public half of the SSH key.
   *
   * @default 'ssh-publickey'
   * @see HetznerCluster.spec.sshKeys.robotRescueSecretRef.key.publicKey (infrastructure.cluster.x-k8s.io)
   */
  readonly publicKeyKey?: string;
  /**
   * Key with the private half of the SSH key.
   *
   * @default 'ssh-privatekey'
   * @see HetznerCluster.spec.sshKeys.robotRescueSecretRef.key.privateKey (infrastructure.cluster.x-k8s.io)
   */
  readonly privateKeyKey?: string;
}

/** Defaults of {@link RescueKeyOptions}. */
export const RESCUE_KEY_DEFAULTS = Object.freeze({
  nameKey: 'sshkey-name',
  publicKeyKey: 'ssh-publickey',
  privateKeyKey: 'ssh-privatekey',
});

/** Secret with an SSH key of the rescue system, as plain data. */
export interface RescueKeyModel extends Required<RescueKeyOptions> {
  /** Name of the Secret. */
  readonly secretName: string;
}

/** SSH key that the provider uses in the rescue system of machines, to install an image from a URL. */
export class RescueKey {
  /** Uses an existing Secret in the cluster's namespace with the name and both halves of the SSH key. */
  static fromSecret(secretName: string, options: RescueKeyOptions = {}): RescueKey {
    return new RescueKey({ secretName, ...RESCUE_KEY_DEFAULTS, ...options });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: RescueKeyModel,
  ) {}
}

/** Returns the keys that are read from the Secret, sorted. */
export function rescueKeys(model: RescueKeyModel): readonly string[] {
  return [model.nameKey, model.privateKeyKey, model.publicKeyKey].sort();
}
