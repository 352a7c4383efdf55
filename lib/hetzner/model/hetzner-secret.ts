import {
  type ExternalSecretOptions,
  type SealedSecretOptions,
  SecretSource,
  type SecretSourceModel,
} from '../../secrets/model/secret-source';

/** Keys of a Secret with the token of a project. */
export interface HetznerSecretKeys {
  /**
   * Key with the token of the Hetzner Cloud API, which needs read and write permission.
   *
   * @default 'token'
   * @see HetznerCluster.spec.hetznerSecretRef.key.hcloudToken (infrastructure.cluster.x-k8s.io)
   */
  readonly hcloudToken?: string;
  /**
   * Key with the name of an SSH key that all machines get in addition to their own. A Secret without the key adds none.
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

/** Options common to all kinds of {@link HetznerSecret}. */
export interface HetznerSecretOptions {
  /**
   * Keys of the Secret.
   *
   * @default - `token`, and `hcloud-ssh-key-name` if the Secret has it
   */
  readonly keys?: HetznerSecretKeys;
}

/** Options of Secrets that are created from a source. */
export interface SourcedHetznerSecretOptions extends HetznerSecretOptions {
  /**
   * Name of the Secret.
   *
   * @default - the cluster name followed by `-hcloud`
   */
  readonly secretName?: string;
}

/** Secret with the token of a project, as plain data. */
export interface HetznerSecretModel {
  /** Name of the Secret; empty for the derived name. */
  readonly secretName: string;
  /** Keys of the Secret. */
  readonly keys: Required<HetznerSecretKeys>;
  /** Source of the Secret; absent if it already exists. */
  readonly source?: SecretSourceModel;
}

/** Secret in the cluster's namespace with the token that Cluster API provisions the cluster with. */
export class HetznerSecret {
  /** Uses an existing Secret in the namespaces of the clusters. Clusters in one namespace can share it. */
  static fromSecret(secretName: string, options: HetznerSecretOptions = {}): HetznerSecret {
    return new HetznerSecret({ secretName, keys: allKeys(options) });
  }

  /** Uses a Secret that External Secrets creates from a store for each cluster. */
  static fromExternalSecret(
    external: ExternalSecretOptions,
    options: SourcedHetznerSecretOptions = {},
  ): HetznerSecret {
    return new HetznerSecret(sourced(SecretSource.externalSecret(external), options));
  }

  /** Uses a Secret that Sealed Secrets decrypts for each cluster. */
  static fromSealedSecret(
    sealed: SealedSecretOptions,
    options: SourcedHetznerSecretOptions = {},
  ): HetznerSecret {
    return new HetznerSecret(sourced(SecretSource.sealedSecret(sealed), options));
  }

  /** Uses a SOPS-encrypted Secret that Flux decrypts, for one cluster. */
  static fromSopsFile(file: string, options: SourcedHetznerSecretOptions = {}): HetznerSecret {
    return new HetznerSecret(sourced(SecretSource.sopsFile(file), options));
  }

  private constructor(
    /** Model of the choice; an empty name stands for the derived one. */
    readonly model: HetznerSecretModel,
  ) {}
}

/** Returns the Secret with its name filled in. */
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
