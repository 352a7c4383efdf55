import type { SecretSourceModel } from '../../secrets/model/secret-source';

/** Options of identities that are written with the clusters. */
export interface AzureIdentityOptions {
  /**
   * Identifier of the tenant.
   *
   * @see AzureClusterIdentity.spec.tenantID (infrastructure.cluster.x-k8s.io)
   */
  readonly tenantId: string;
  /**
   * Client identifier of the application or of the managed identity.
   *
   * @see AzureClusterIdentity.spec.clientID (infrastructure.cluster.x-k8s.io)
   */
  readonly clientId: string;
  /**
   * Namespace of the identity and of its Secret, which exists.
   *
   * @default 'capz-system'
   */
  readonly namespace?: string;
  /**
   * Labels of the namespaces whose clusters may use the identity; namespaces that are written with clusters get them.
   *
   * @default - clusters of every namespace
   * @see AzureClusterIdentity.spec.allowedNamespaces (infrastructure.cluster.x-k8s.io)
   */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
}

/** Options of {@link AzureIdentity.servicePrincipal} and {@link AzureIdentity.servicePrincipalCertificate}. */
export interface AzureSecretIdentityOptions extends AzureIdentityOptions {
  /**
   * Secret with the key `clientSecret`, in the namespace of the identity: the password, or the certificate with its key.
   *
   * @see AzureClusterIdentity.spec.clientSecret (infrastructure.cluster.x-k8s.io)
   */
  readonly secretName: string;
  /**
   * Where the Secret comes from.
   *
   * @default - it exists already
   */
  readonly secretSource?: SecretSourceModel;
}

/** Options of {@link AzureIdentity.certificateFile}. */
export interface AzureCertificateFileOptions extends AzureIdentityOptions {
  /**
   * Path of the certificate with its key in the container of the provider.
   *
   * @see AzureClusterIdentity.spec.certPath (infrastructure.cluster.x-k8s.io)
   */
  readonly path: string;
}

/** Options of {@link AzureIdentity.credentialsFile}. */
export interface AzureCredentialsFileOptions extends AzureIdentityOptions {
  /**
   * Path of the credentials in the container of the provider.
   *
   * @see AzureClusterIdentity.spec.userAssignedIdentityCredentialsPath (infrastructure.cluster.x-k8s.io)
   */
  readonly path: string;
  /**
   * Cloud that they are for.
   *
   * @default 'public'
   * @see AzureClusterIdentity.spec.userAssignedIdentityCredentialsCloudType (infrastructure.cluster.x-k8s.io)
   */
  readonly cloudType?: 'public' | 'china' | 'usgovernment';
}

/** Options of {@link AzureIdentity.fromName}. */
export interface AdoptedAzureIdentityOptions {
  /**
   * Namespace of the identity.
   *
   * @default 'capz-system'
   * @see AzureCluster.spec.identityRef.namespace (infrastructure.cluster.x-k8s.io)
   */
  readonly namespace?: string;
}

/** Defaults of {@link AzureIdentityOptions} and {@link AzureCredentialsFileOptions}. */
export const AZURE_IDENTITY_DEFAULTS = Object.freeze({
  namespace: 'capz-system',
  cloudType: 'public',
} as const);

/** Reference to an identity. */
export interface AzureIdentityRef {
  /** Name of the identity. */
  readonly name: string;
  /** Namespace of it. */
  readonly namespace: string;
}

/** Contents of an identity that is written with the clusters. */
export type WrittenAzureIdentity = {
  readonly tenantId: string;
  readonly clientId: string;
  /** Labels of the namespaces that may use it; absent admits all. */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
} & (
  | { readonly kind: 'workload' }
  | { readonly kind: 'managed' }
  | {
      readonly kind: 'servicePrincipal' | 'servicePrincipalCertificate';
      readonly secretName: string;
      /** Where the Secret comes from; absent where it exists already. */
      readonly secretSource?: SecretSourceModel;
    }
  | { readonly kind: 'certificateFile'; readonly path: string }
  | {
      readonly kind: 'credentialsFile';
      readonly path: string;
      readonly cloudType: 'public' | 'china' | 'usgovernment';
    }
);

/** With whose rights the provider makes a cluster, as plain data. */
export interface AzureIdentityModel {
  /** Reference that clusters have. */
  readonly ref: AzureIdentityRef;
  /** What is written; absent where the identity exists already. */
  readonly written?: WrittenAzureIdentity;
}

/** Keys of the Secret of an identity. */
export const IDENTITY_KEYS: readonly string[] = Object.freeze(['clientSecret']);

/** Identity with whose rights the provider makes clusters. */
export class AzureIdentity {
  /** An `AzureClusterIdentity` that exists, by its name. */
  static fromName(name: string, options: AdoptedAzureIdentityOptions = {}): AzureIdentity {
    const { namespace = AZURE_IDENTITY_DEFAULTS.namespace } = options;
    return new AzureIdentity({ ref: { name, namespace } });
  }

  /** An application or managed identity that trusts the provider's own service account: no password is kept anywhere. */
  static workload(name: string, options: AzureIdentityOptions): AzureIdentity {
    return new AzureIdentity(writtenModel(name, options, { kind: 'workload' }));
  }

  /** A managed identity of the virtual machines that the management cluster runs on. */
  static managed(name: string, options: AzureIdentityOptions): AzureIdentity {
    return new AzureIdentity(writtenModel(name, options, { kind: 'managed' }));
  }

  /** An application with a password, which a Secret holds. */
  static servicePrincipal(name: string, options: AzureSecretIdentityOptions): AzureIdentity {
    const { secretName, secretSource, ...rest } = options;
    return new AzureIdentity(
      writtenModel(name, rest, {
        kind: 'servicePrincipal',
        secretName,
        ...(secretSource && { secretSource }),
      }),
    );
  }

  /** An application with a certificate, which a Secret holds with its key. */
  static servicePrincipalCertificate(
    name: string,
    options: AzureSecretIdentityOptions,
  ): AzureIdentity {
    const { secretName, secretSource, ...rest } = options;
    return new AzureIdentity(
      writtenModel(name, rest, {
        kind: 'servicePrincipalCertificate',
        secretName,
        ...(secretSource && { secretSource }),
      }),
    );
  }

  /** An application with a certificate, which is in the container of the provider. */
  static certificateFile(name: string, options: AzureCertificateFileOptions): AzureIdentity {
    const { path, ...rest } = options;
    return new AzureIdentity(writtenModel(name, rest, { kind: 'certificateFile', path }));
  }

  /** A managed identity with credentials that are in the container of the provider. */
  static credentialsFile(name: string, options: AzureCredentialsFileOptions): AzureIdentity {
    const { path, cloudType = AZURE_IDENTITY_DEFAULTS.cloudType, ...rest } = options;
    return new AzureIdentity(
      writtenModel(name, rest, { kind: 'credentialsFile', path, cloudType }),
    );
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: AzureIdentityModel,
  ) {}
}

type Kind = WrittenAzureIdentity extends infer W
  ? W extends WrittenAzureIdentity
    ? Omit<W, keyof AzureIdentityOptions>
    : never
  : never;

function writtenModel(
  name: string,
  { namespace = AZURE_IDENTITY_DEFAULTS.namespace, ...options }: AzureIdentityOptions,
  kind: Kind,
): AzureIdentityModel {
  return { ref: { name, namespace }, written: { ...options, ...kind } };
}
