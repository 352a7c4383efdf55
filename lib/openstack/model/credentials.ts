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

/** What credentials of every kind may say. */
interface AnyCredentials {
  readonly cloudName: string;
  /** Region over that of the entry of `clouds.yaml`. */
  readonly region?: string;
  /** Moment from which the cloud refuses them, in RFC 3339; absent where none is known. */
  readonly expiresAt?: string;
  /** Where the Secret comes from that brings them into the cluster; absent where it exists already. */
  readonly addons?: SecretSourceModel;
}

/** Where the OpenStack provider finds the credentials of a cluster. */
export type CredentialsModel =
  | (AnyCredentials & {
      readonly kind: 'secret';
      readonly secretName: string;
      /** Where the Secret comes from; absent where it exists already. */
      readonly source?: SecretSourceModel;
    })
  | (AnyCredentials &
      MadeCredentialModel & {
        /** Application credential that `pulumi up` makes and writes into the management cluster. */
        readonly kind: 'applicationCredential';
        readonly secretName: string;
      })
  | (AnyCredentials & {
      readonly kind: 'clusterIdentity';
      readonly identityName: string;
      /** Absent where the identity exists already and is not written. */
      readonly identity?: ClusterIdentityModel;
      /** Application credential that `pulumi up` makes for what runs in the cluster; absent for none. */
      readonly own?: MadeCredentialModel;
    })
  | (AnyCredentials & {
      readonly kind: 'plaintext';
      readonly secretName: string;
      readonly cloudsYaml: string;
      readonly caCertificate?: string;
    });

/** Application credential that `pulumi up` makes. */
export interface MadeCredentialModel {
  /** Roles of the credential; absent takes all of its maker's. */
  readonly roles?: readonly string[];
  /** Moment from which the cloud refuses it, in RFC 3339; absent for none. */
  readonly expiresAt?: string;
}

/** Contents of an OpenStackClusterIdentity. */
export interface ClusterIdentityModel {
  /** Secret with `clouds.yaml`, in any namespace. */
  readonly secretRef: { readonly name: string; readonly namespace: string };
  /** Labels of the namespaces that may use the identity; absent admits all. */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
  /** Where the Secret comes from; absent where it exists already. */
  readonly source?: SecretSourceModel;
}

/** Entry of `clouds.yaml` that is used unless another one is named. */
const DEFAULT_CLOUD_NAME = 'openstack';

/** Credentials with which Cluster API reaches an OpenStack cloud. */
export class CloudCredentials {
  /**
   * Secret that exists in the namespace of every cluster, with the key `clouds.yaml`.
   *
   * It holds `cacert` besides where the cloud has a `caCertificate`: the provider reads it there and nowhere else.
   */
  static fromSecret(secretName: string, options: SecretCredentialsOptions = {}): CloudCredentials {
    return new CloudCredentials({ kind: 'secret', secretName, ...common(options) });
  }

  /**
   * Secret that External Secrets makes from a store in the namespace of every cluster, with the key `clouds.yaml`.
   *
   * The Secret for addons in the cluster is made from the same entries, and `cacert` is filled in where the cloud has a
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
   * `cacert` is filled in where the cloud has a `caCertificate`.
   */
  static fromSealedSecret(
    sealed: SealedSecretOptions,
    options: SourcedCredentialsOptions = {},
  ): CloudCredentials {
    return new CloudCredentials(sourced(SecretSource.sealedSecret(sealed), options));
  }

  /**
   * Secret in a file that SOPS encrypted and Flux decrypts, with the key `clouds.yaml`, for one cluster.
   *
   * It holds `cacert` besides where the cloud has a `caCertificate`.
   */
  static fromSopsFile(file: string, options: SourcedCredentialsOptions = {}): CloudCredentials {
    return new CloudCredentials(sourced(SecretSource.sopsFile(file), options));
  }

  /**
   * Application credential of each cluster's own, which `pulumi up` makes and writes into the management cluster.
   *
   * It is restricted: it can make no other credentials. It reaches the cluster's addons as well.
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

  /** OpenStackClusterIdentity that exists in the management cluster. */
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

  /** OpenStackClusterIdentity that is written beside the clusters and points to a Secret. */
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

  /** Credentials written in plain text into the manifests, for a repository that may hold them. */
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
    /** Model data of the choice; an empty Secret name stands for the derived one. */
    readonly model: CredentialsModel,
  ) {}
}

/** Application credential that `pulumi up` makes for a cluster; undefined where it makes none. */
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

/** Labels that a namespace needs for an identity that is written; undefined where it admits all. */
export function selectorOf(
  credentials: CredentialsModel,
): Readonly<Record<string, string>> | undefined {
  return credentials.kind === 'clusterIdentity'
    ? credentials.identity?.namespaceSelector
    : undefined;
}
