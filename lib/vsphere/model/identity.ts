import {
  type ExternalSecretOptions,
  type SealedSecretOptions,
  SecretSource,
  type SecretSourceModel,
} from '../../secrets/model/secret-source';

/** Options of every kind of {@link VSphereIdentity}. */
export interface VSphereIdentityOptions {
  /**
   * Where the Secret comes from that brings an account into the cluster, for addons that talk to the vCenter.
   *
   * @default - it exists already; one of External Secrets is made from the same entries
   */
  readonly addons?: SecretSourceModel;
}

/** Options of identities with a Secret that something makes. */
export interface SourcedIdentityOptions extends VSphereIdentityOptions {
  /**
   * Name of the Secret.
   *
   * @default - the cluster's name with `-vcenter`
   */
  readonly secretName?: string;
}

/** Account with which clusters are made, as plain data. */
export type VSphereIdentityModel = {
  /** Where the Secret comes from that brings an account into the cluster; absent where it exists already. */
  readonly addons?: SecretSourceModel;
} & (
  | {
      readonly kind: 'secret';
      /** Name of the Secret; empty for the derived one. */
      readonly secretName: string;
      /** Where it comes from; absent where it exists already. */
      readonly source?: SecretSourceModel;
    }
  | { readonly kind: 'clusterIdentity'; readonly identityName: string }
  | { readonly kind: 'manager' }
);

/** Account of a vCenter with which Cluster API makes clusters. */
export class VSphereIdentity {
  /**
   * Secret that exists in the cluster's namespace, with the keys `username` and `password`.
   *
   * It is one cluster's alone: the provider makes the VSphereCluster its owner, refuses it to any other cluster, and deletes
   * it with the cluster.
   */
  static fromSecret(secretName: string, options: VSphereIdentityOptions = {}): VSphereIdentity {
    return new VSphereIdentity({ kind: 'secret', secretName, ...common(options) });
  }

  /** Secret that External Secrets makes from a store for each cluster, with the keys `username` and `password`. */
  static fromExternalSecret(
    external: ExternalSecretOptions,
    options: SourcedIdentityOptions = {},
  ): VSphereIdentity {
    return new VSphereIdentity(sourced(SecretSource.externalSecret(external), options));
  }

  /** Secret that Sealed Secrets decrypts for each cluster, with the keys `username` and `password`. */
  static fromSealedSecret(
    sealed: SealedSecretOptions,
    options: SourcedIdentityOptions = {},
  ): VSphereIdentity {
    return new VSphereIdentity(sourced(SecretSource.sealedSecret(sealed), options));
  }

  /** Secret in a file that SOPS encrypted and Flux decrypts, for one cluster, with the keys `username` and `password`. */
  static fromSopsFile(file: string, options: SourcedIdentityOptions = {}): VSphereIdentity {
    return new VSphereIdentity(sourced(SecretSource.sopsFile(file), options));
  }

  /**
   * VSphereClusterIdentity that exists in the management cluster and admits the namespaces of the clusters, for many of them.
   *
   * Its Secret is in the namespace of the provider, and is deleted with it.
   */
  static fromClusterIdentity(
    identityName: string,
    options: VSphereIdentityOptions = {},
  ): VSphereIdentity {
    return new VSphereIdentity({ kind: 'clusterIdentity', identityName, ...common(options) });
  }

  /** Account that the provider itself was installed with. */
  static manager(options: VSphereIdentityOptions = {}): VSphereIdentity {
    return new VSphereIdentity({ kind: 'manager', ...common(options) });
  }

  private constructor(
    /** Model data of the choice; an empty Secret name stands for the derived one. */
    readonly model: VSphereIdentityModel,
  ) {}
}

/** Identity whose Secret has a name. */
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
