import {
  type ExternalSecretOptions,
  type SealedSecretOptions,
  SecretSource,
  type SecretSourceModel,
} from '../../secrets/model/secret-source';

/** Options common to all kinds of {@link VSphereIdentity}. */
export interface VSphereIdentityOptions {
  /**
   * Source of the Secret that delivers an account to the cluster, for addons that access the vCenter.
   *
   * @default - the Secret already exists; with External Secrets it is created from the same entries
   */
  readonly addons?: SecretSourceModel;
}

/** Options of identities whose Secret is created from a source. */
export interface SourcedIdentityOptions extends VSphereIdentityOptions {
  /**
   * Name of the Secret.
   *
   * @default - the cluster name followed by `-vcenter`
   */
  readonly secretName?: string;
}

/** Account that Cluster API provisions clusters with, as plain data. */
export type VSphereIdentityModel = {
  /** Source of the Secret that delivers an account to the cluster; absent if it already exists. */
  readonly addons?: SecretSourceModel;
} & (
  | {
      readonly kind: 'secret';
      /** Name of the Secret; empty for the derived name. */
      readonly secretName: string;
      /** Source of the Secret; absent if it already exists. */
      readonly source?: SecretSourceModel;
    }
  | { readonly kind: 'clusterIdentity'; readonly identityName: string }
  | { readonly kind: 'manager' }
);

/** vCenter account that Cluster API provisions clusters with. */
export class VSphereIdentity {
  /**
   * Uses an existing Secret in the cluster's namespace with the keys `username` and `password`.
   *
   * Only one cluster can use it: the provider makes the VSphereCluster its owner, rejects it for any other cluster, and
   * deletes it with the cluster.
   */
  static fromSecret(secretName: string, options: VSphereIdentityOptions = {}): VSphereIdentity {
    return new VSphereIdentity({ kind: 'secret', secretName, ...common(options) });
  }

  /** Uses a Secret that External Secrets creates from a store for each cluster, with the keys `username` and `password`. */
  static fromExternalSecret(
    external: ExternalSecretOptions,
    options: SourcedIdentityOptions = {},
  ): VSphereIdentity {
    return new VSphereIdentity(sourced(SecretSource.externalSecret(external), options));
  }

  /** Uses a Secret that Sealed Secrets decrypts for each cluster, with the keys `username` and `password`. */
  static fromSealedSecret(
    sealed: SealedSecretOptions,
    options: SourcedIdentityOptions = {},
  ): VSphereIdentity {
    return new VSphereIdentity(sourced(SecretSource.sealedSecret(sealed), options));
  }

  /** Uses a SOPS-encrypted Secret that Flux decrypts, for one cluster, with the keys `username` and `password`. */
  static fromSopsFile(file: string, options: SourcedIdentityOptions = {}): VSphereIdentity {
    return new VSphereIdentity(sourced(SecretSource.sopsFile(file), options));
  }

  /**
   * Uses an existing VSphereClusterIdentity of the management cluster that allows the namespaces of the clusters.
   *
   * Many clusters can share it. Its Secret is in the namespace of the provider, and is deleted with the identity.
   */
  static fromClusterIdentity(
    identityName: string,
    options: VSphereIdentityOptions = {},
  ): VSphereIdentity {
    return new VSphereIdentity({ kind: 'clusterIdentity', identityName, ...common(options) });
  }

  /** Uses the account that the provider was installed with. */
  static manager(options: VSphereIdentityOptions = {}): VSphereIdentity {
    return new VSphereIdentity({ kind: 'manager', ...common(options) });
  }

  private constructor(
    /** Model of the choice; an empty Secret name stands for the derived one. */
    readonly model: VSphereIdentityModel,
  ) {}
}

/** Returns the identity with the name of its Secret filled in. */
export function namedIdentity(
  identity: VSphereIdentityModel,
  cluster: string,
): VSphereIdentityModel {
  if (identity.kind !== 'secret' || identity.secretName !== '') return identity;
  return { ...identity, secretName: `${cluster}-vcenter` };
}

function sourced(source: SecretSourceModel, options: SourcedIdentityOptions): VSphereIdentityModel {
  const { secretName = '' } = options;
  return { kind: 'secret', secretName, ...common(options), source };
}

function common({ addons }: VSphereIdentityOptions) {
  return addons === undefined ? {} : { addons };
}
