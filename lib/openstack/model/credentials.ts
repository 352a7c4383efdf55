import {
  type ExternalSecretOptions,
  type SealedSecretOptions,
  SecretSource,
  type SecretSourceModel,
} from '../../secrets/model/secret-source';
import type {
  ApplicationCredentialOptions,
  ClusterIdentityOptions,
  IdentityCredentialsOptions,
  PlaintextCredentialsOptions,
  SecretCredentialsOptions,
  SourcedCredentialsOptions,
} from './credential-options';

/** Fields of all kinds of credentials. */
interface AnyCredentials {
  readonly cloudName: string;
  /** Region that overrides that of the `clouds.yaml` entry. */
  readonly region?: string;
  /** Time at which they expire, in RFC 3339; absent if unknown. */
  readonly expiresAt?: string;
  /** Source of the Secret that delivers them into the cluster; absent if the Secret already exists. */
  readonly addons?: SecretSourceModel;
}

/** Where the OpenStack provider finds the credentials of a cluster. */
export type CredentialsModel =
  | (AnyCredentials & {
      readonly kind: 'secret';
      readonly secretName: string;
      /** Source of the Secret; absent if the Secret already exists. */
      readonly source?: SecretSourceModel;
    })
  | (AnyCredentials &
      MadeCredentialModel & {
        /** Application credential that `pulumi up` creates and writes into the management cluster. */
        readonly kind: 'applicationCredential';
        readonly secretName: string;
      })
  | (AnyCredentials & {
      readonly kind: 'clusterIdentity';
      readonly identityName: string;
      /** Absent if the identity already exists and is not written. */
      readonly identity?: ClusterIdentityModel;
      /** Application credential that `pulumi up` creates for the addons of the cluster; absent if there is none. */
      readonly own?: MadeCredentialModel;
    })
  | (AnyCredentials & {
      readonly kind: 'plaintext';
      readonly secretName: string;
      readonly cloudsYaml: string;
      readonly caCertificate?: string;
    });

/** Application credential that `pulumi up` creates. */
export interface MadeCredentialModel {
  /** Roles of the credential; if absent, all roles of its creator. */
  readonly roles?: readonly string[];
  /** Time at which it expires, in RFC 3339; absent if it does not expire. */
  readonly expiresAt?: string;
}

/** Contents of an OpenStackClusterIdentity. */
export interface ClusterIdentityModel {
  /** Secret with `clouds.yaml`, in any namespace. */
  readonly secretRef: { readonly name: string; readonly namespace: string };
  /** Labels of the namespaces that can use the identity; if absent, all can. */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
  /** Source of the Secret; absent if the Secret already exists. */
  readonly source?: SecretSourceModel;
}

/** Default entry of `clouds.yaml`. */
const DEFAULT_CLOUD_NAME = 'openstack';

/** Credentials that Cluster API uses for an OpenStack cloud. */
export class CloudCredentials {
  /**
   * Existing Secret in the namespace of every cluster, with the key `clouds.yaml`.
   *
   * It must also have the key `cacert` if the cloud has a `caCertificate`, because the provider reads the CA only there.
   */
  static fromSecret(secretName: string, options: SecretCredentialsOptions = {}): CloudCredentials {
    return new CloudCredentials({ kind: 'secret', secretName, ...common(options) });
  }

  /**
   * Secret that External Secrets creates from a store in the namespace of every cluster, with the key `clouds.yaml`.
   *
   * The Secret for addons in the cluster is created from the same entries. `cacert` is filled in if the cloud has a
   * `caCertificate`.
   */
  static fromExternalSecret(
    external: ExternalSecretOptions,
    options: SourcedCredentialsOptions = {},
  ): CloudCredentials {
    return new CloudCredentials(sourced(SecretSource.externalSecret(external), options));
  }

  /**
   * Secret that Sealed Secrets decrypts in the namespace of every cluster, with the key `clouds.yaml`.
   *
   * `cacert` is filled in if the cloud has a `caCertificate`.
   */
  static fromSealedSecret(
    sealed: SealedSecretOptions,
    options: SourcedCredentialsOptions = {},
  ): CloudCredentials {
    return new CloudCredentials(sourced(SecretSource.sealedSecret(sealed), options));
  }

  /**
   * Secret in a SOPS-encrypted file that Flux decrypts, with the key `clouds.yaml`, for one cluster.
   *
   * It must also have the key `cacert` if the cloud has a `caCertificate`.
   */
  static fromSopsFile(file: string, options: SourcedCredentialsOptions = {}): CloudCredentials {
    return new CloudCredentials(sourced(SecretSource.sopsFile(file), options));
  }

  /**
   * Separate application credential for each cluster, which `pulumi up` creates and writes into the management cluster.
   *
   * It is restricted: it cannot create other credentials. The cluster's addons use it as well.
   */
  static applicationCredential(options: ApplicationCredentialOptions = {}): CloudCredentials {
    const { roles, secretName = '' } = options;
    return new CloudCredentials({
      kind: 'applicationCredential',
      secretName,
      ...common(options),
      ...(roles === undefined ? {} : { roles }),
    });
  }

  /** Existing OpenStackClusterIdentity of the management cluster. */
  static fromClusterIdentity(
    identityName: string,
    options: IdentityCredentialsOptions = {},
  ): CloudCredentials {
    return new CloudCredentials({
      kind: 'clusterIdentity',
      identityName,
      ...common(options),
      ...ownCredential(options),
    });
  }

  /** OpenStackClusterIdentity that is written next to the clusters and refers to a Secret. */
  static clusterIdentity(identityName: string, options: ClusterIdentityOptions): CloudCredentials {
    const { secretRef, namespaceSelector, source } = options;
    return new CloudCredentials({
      kind: 'clusterIdentity',
      identityName,
      ...common(options),
      ...ownCredential(options),
      identity: {
        secretRef,
        ...(namespaceSelector === undefined ? {} : { namespaceSelector }),
        ...(source === undefined ? {} : { source }),
      },
    });
  }

  /** Plaintext credentials in the manifests, for a repository that is allowed to contain them. */
  static plaintextInManifests(options: PlaintextCredentialsOptions): CloudCredentials {
    return new CloudCredentials({
      kind: 'plaintext',
      secretName: options.secretName ?? '',
      ...common(options),
      cloudsYaml: options.cloudsYaml,
      ...(options.caCertificate === undefined ? {} : { caCertificate: options.caCertificate }),
    });
  }

  private constructor(
    /** Model data of the choice; an empty Secret name stands for the derived name. */
    readonly model: CredentialsModel,
  ) {}
}

/** Returns the application credential that `pulumi up` creates for a cluster, or undefined if it creates none. */
export function madeCredential(credentials: CredentialsModel): MadeCredentialModel | undefined {
  if (credentials.kind === 'applicationCredential') return credentials;
  return credentials.kind === 'clusterIdentity' ? credentials.own : undefined;
}

function sourced(source: SecretSourceModel, options: SourcedCredentialsOptions): CredentialsModel {
  const { secretName = '' } = options;
  return { kind: 'secret', secretName, ...common(options), source };
}

function common({ cloudName, region, expiresAt, addons }: SecretCredentialsOptions) {
  return {
    cloudName: cloudName ?? DEFAULT_CLOUD_NAME,
    ...(region === undefined ? {} : { region }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(addons === undefined ? {} : { addons }),
  };
}

function ownCredential({ applicationCredential: own }: IdentityCredentialsOptions) {
  return own === undefined ? {} : { own };
}

/** Returns the labels that a namespace needs to use a written identity, or undefined if all namespaces can use it. */
export function selectorOf(
  credentials: CredentialsModel,
): Readonly<Record<string, string>> | undefined {
  return credentials.kind === 'clusterIdentity'
    ? credentials.identity?.namespaceSelector
    : undefined;
}
