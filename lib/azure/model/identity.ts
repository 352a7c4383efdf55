import type { SecretSourceModel } from '../../secrets/model/secret-source';

/** Options of identities that the library writes. */
export interface AzureIdentityOptions {
  /**
   * Tenant ID.
   *
   * @see AzureClusterIdentity.spec.tenantID (infrastructure.cluster.x-k8s.io)
   */
  readonly tenantId: string;
  /**
   * Client ID of the application or managed identity.
   *
   * @see AzureClusterIdentity.spec.clientID (infrastructure.cluster.x-k8s.io)
   */
  readonly clientId: string;
  /**
   * Existing namespace of the identity and its Secret.
   *
   * @default 'capz-system'
   */
  readonly namespace?: string;
  /**
   * Labels of the namespaces whose clusters may use the identity. Namespaces that the library writes get these labels.
   *
   * @default - clusters in every namespace
   * @see AzureClusterIdentity.spec.allowedNamespaces (infrastructure.cluster.x-k8s.io)
   */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
}

/** Options of {@link AzureIdentity.servicePrincipal} and {@link AzureIdentity.servicePrincipalCertificate}. */
export interface AzureSecretIdentityOptions extends AzureIdentityOptions {
  /**
   * Secret with the key `clientSecret`, in the namespace of the identity: the password, or the certificate with its private key.
   *
   * @see AzureClusterIdentity.spec.clientSecret (infrastructure.cluster.x-k8s.io)
   */
  readonly secretName: string;
  /**
   * Source of the Secret.
   *
   * @default - the Secret already exists
   */
  readonly secretSource?: SecretSourceModel;
}

/** Options of {@link AzureIdentity.certificateFile}. */
export interface AzureCertificateFileOptions extends AzureIdentityOptions {
  /**
   * Path of the certificate with its private key, in the provider's container.
   *
   * @see AzureClusterIdentity.spec.certPath (infrastructure.cluster.x-k8s.io)
   */
  readonly path: string;
}

/** Options of {@link AzureIdentity.credentialsFile}. */
export interface AzureCredentialsFileOptions extends AzureIdentityOptions {
  /**
   * Path of the credentials in the provider's container.
   *
   * @see AzureClusterIdentity.spec.userAssignedIdentityCredentialsPath (infrastructure.cluster.x-k8s.io)
   */
  readonly path: string;
  /**
   * Azure cloud of the credentials.
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
  /** Namespace of the identity. */
  readonly namespace: string;
}

/** Contents of an identity that the library writes. */
export type WrittenAzureIdentity = {
  readonly tenantId: string;
  readonly clientId: string;
  /** Labels of the namespaces that may use it; absent allows all. */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
} & (
  | { readonly kind: 'workload' }
  | { readonly kind: 'managed' }
  | {
      readonly kind: 'servicePrincipal' | 'servicePrincipalCertificate';
      readonly secretName: string;
      /** Source of the Secret; absent if it already exists. */
      readonly secretSource?: SecretSourceModel;
    }
  | { readonly kind: 'certificateFile'; readonly path: string }
  | {
      readonly kind: 'credentialsFile';
      readonly path: string;
      readonly cloudType: 'public' | 'china' | 'usgovernment';
    }
);

/** Identity that the provider uses to create a cluster, as plain data. */
export interface AzureIdentityModel {
  /** Reference from clusters. */
  readonly ref: AzureIdentityRef;
  /** Contents to write; absent if the identity already exists. */
  readonly written?: WrittenAzureIdentity;
}

/** Keys of the Secret of an identity. */
export const IDENTITY_KEYS: readonly string[] = Object.freeze(['clientSecret']);

/** Identity that the provider uses to create clusters. */
export class AzureIdentity {
  /** An existing `AzureClusterIdentity`. */
  static fromName(name: string, options: AdoptedAzureIdentityOptions = {}): AzureIdentity {
    const { namespace = AZURE_IDENTITY_DEFAULTS.namespace } = options;
    return new AzureIdentity({ ref: { name, namespace } });
  }

  /** An application or managed identity that trusts the provider's service account, without a stored password. */
  static workload(name: string, options: AzureIdentityOptions): AzureIdentity {
    return new AzureIdentity(writtenModel(name, options, { kind: 'workload' }));
  }

  /** A managed identity of the VMs that the management cluster runs on. */
  static managed(name: string, options: AzureIdentityOptions): AzureIdentity {
    return new AzureIdentity(writtenModel(name, options, { kind: 'managed' }));
  }

  /** An application with a password in a Secret. */
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

  /** An application with a certificate and private key in a Secret. */
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

  /** An application with a certificate file in the provider's container. */
  static certificateFile(name: string, options: AzureCertificateFileOptions): AzureIdentity {
    const { path, ...rest } = options;
    return new AzureIdentity(writtenModel(name, rest, { kind: 'certificateFile', path }));
  }

  /** A managed identity with a credentials file in the provider's container. */
  static credentialsFile(name: string, options: AzureCredentialsFileOptions): AzureIdentity {
    const { path, cloudType = AZURE_IDENTITY_DEFAULTS.cloudType, ...rest } = options;
    return new AzureIdentity(
      writtenModel(name, rest, { kind: 'credentialsFile', path, cloudType }),
    );
  }

  private constructor(
    /** Model of the choice. */
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
