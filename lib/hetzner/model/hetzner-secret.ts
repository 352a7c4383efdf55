import {
  type ExternalSecretOptions,
  type SealedSecretOptions,
  SecretSource,
  type SecretSourceModel,
} from '../../secrets/model/secret-source';

/** Keys of a Secret with the token of a project. */
export interface HetznerSecretKeys {
  /**
   * Key with the token of Hetzner Cloud's API, which may read and write.
   *
   * @default 'token'
   * @see HetznerCluster.spec.hetznerSecretRef.key.hcloudToken (infrastructure.cluster.x-k8s.io)
   */
  readonly hcloudToken?: string;
  /**
   * Key with the name of an SSH key that all machines get besides their own; a Secret without the key adds none.
   *
   * @default 'hcloud-ssh-key-name'
   * @see HetznerCluster.spec.hetznerSecretRef.key.sshKey (infrastructure.cluster.x-k8s.io)
   */
  readonly sshKey?: string;
}

/** Defaults of {@link HetznerSecretKeys}. */
export const HETZNER_SECRET_DEFAULTS = Object.freeze({
  hcloudToken: 'token',
  sshKey: 'hcloud-ssh-key-name',
});

/** Options of every kind of {@link HetznerSecret}. */
export interface HetznerSecretOptions {
  /**
   * Keys of the Secret.
   *
   * @default - `token`, and `hcloud-ssh-key-name` where the Secret has it
   */
  readonly keys?: HetznerSecretKeys;
}

/** Options of Secrets that something makes. */
export interface SourcedHetznerSecretOptions extends HetznerSecretOptions {
  /**
   * Name of the Secret.
   *
   * @default - the cluster's name with `-hcloud`
   */
  readonly secretName?: string;
}

/** Secret with the token of a project, as plain data. */
export interface HetznerSecretModel {
  /** Name of the Secret; empty for the derived one. */
  readonly secretName: string;
  /** Keys of the Secret. */
  readonly keys: Required<HetznerSecretKeys>;
  /** Where it comes from; absent where it exists already. */
  readonly source?: SecretSourceModel;
}

/** Secret in the cluster's namespace with the token with which Cluster API makes the cluster. */
export class HetznerSecret {
  /** Secret that exists in the namespaces of the clusters. Clusters of one namespace may share it. */
  static fromSecret(secretName: string, options: HetznerSecretOptions = {}): HetznerSecret {
    return new HetznerSecret({ secretName, keys: allKeys(options) });
  }

  /** Secret that External Secrets makes from a store for each cluster. */
  static fromExternalSecret(
    external: ExternalSecretOptions,
    options: SourcedHetznerSecretOptions = {},
  ): HetznerSecret {
    return new HetznerSecret(sourced(SecretSource.externalSecret(external), options));
  }

  /** Secret that Sealed Secrets decrypts for each cluster. */
  static fromSealedSecret(
    sealed: SealedSecretOptions,
    options: SourcedHetznerSecretOptions = {},
  ): HetznerSecret {
    return new HetznerSecret(sourced(SecretSource.sealedSecret(sealed), options));
  }

  /** Secret in a file that SOPS encrypted and Flux decrypts, for one cluster. */
  static fromSopsFile(file: string, options: SourcedHetznerSecretOptions = {}): HetznerSecret {
    return new HetznerSecret(sourced(SecretSource.sopsFile(file), options));
  }

  private constructor(
    /** Model data of the choice; an empty name stands for the derived one. */
    readonly model: HetznerSecretModel,
  ) {}
}

/** Secret that has a name. */
export function namedSecret(secret: HetznerSecretModel, cluster: string): HetznerSecretModel {
  return secret.secretName === '' ? { ...secret, secretName: `${cluster}-hcloud` } : secret;
}

function sourced(
  source: SecretSourceModel,
  { secretName = '', ...options }: SourcedHetznerSecretOptions,
): HetznerSecretModel {
  return { secretName, keys: allKeys(options), source };
}

function allKeys({ keys }: HetznerSecretOptions): Required<HetznerSecretKeys> {
  return { ...HETZNER_SECRET_DEFAULTS, ...keys };
}
