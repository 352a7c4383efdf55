import { type ManifestText, readManifestFile } from '../../base/manifest-file';

/** Key of an entry in a secret store. */
export interface RemoteKey {
  /**
   * Name or path of the entry in the store.
   *
   * @see ExternalSecret.spec.data.remoteRef.key (external-secrets.io)
   */
  readonly key: string;
  /**
   * Property of the entry, if it has several.
   *
   * @default - the whole entry
   * @see ExternalSecret.spec.data.remoteRef.property (external-secrets.io)
   */
  readonly property?: string;
  /**
   * Version of the entry.
   *
   * @default - the latest one
   * @see ExternalSecret.spec.data.remoteRef.version (external-secrets.io)
   */
  readonly version?: string;
  /**
   * How the store encodes the value.
   *
   * @default - the value is not decoded
   * @see ExternalSecret.spec.data.remoteRef.decodingStrategy (external-secrets.io)
   */
  readonly decodingStrategy?: 'Auto' | 'Base64' | 'Base64URL' | 'None';
}

/** Options of {@link SecretSource.externalSecret}; `data`, `extract` or both are required. */
export interface ExternalSecretOptions {
  /**
   * Name of the store, which exists in the management cluster.
   *
   * @see ExternalSecret.spec.secretStoreRef.name (external-secrets.io)
   */
  readonly store: string;
  /**
   * Kind of the store. A `SecretStore` must be in the namespace of the Secret.
   *
   * @default 'ClusterSecretStore'
   * @see ExternalSecret.spec.secretStoreRef.kind (external-secrets.io)
   */
  readonly storeKind?: 'ClusterSecretStore' | 'SecretStore';
  /**
   * Entries of the store by the keys of the Secret.
   *
   * @default - the properties of `extract`
   * @see ExternalSecret.spec.data (external-secrets.io)
   */
  readonly data?: Readonly<Record<string, RemoteKey>>;
  /**
   * Entry of the store whose properties are the keys of the Secret.
   *
   * @default - the entries of `data`
   * @see ExternalSecret.spec.dataFrom.extract (external-secrets.io)
   */
  readonly extract?: RemoteKey;
  /**
   * Seconds after which the store is read again. 0 reads it only once.
   *
   * @default 3600
   * @see ExternalSecret.spec.refreshInterval (external-secrets.io)
   */
  readonly refreshSeconds?: number;
}

/** What a sealed value is bound to: name and namespace, only the namespace, or nothing. */
export type SealingScope = 'strict' | 'namespace-wide' | 'cluster-wide';

/** Options of {@link SecretSource.sealedSecret}. */
export interface SealedSecretOptions {
  /**
   * Values that `kubeseal` encrypted, by the keys of the Secret.
   *
   * @see SealedSecret.spec.encryptedData (bitnami.com)
   */
  readonly encryptedData: Readonly<Record<string, string>>;
  /**
   * Scope that the values are sealed with.
   *
   * @default 'strict'
   */
  readonly scope?: SealingScope;
}

/** Defaults of {@link ExternalSecretOptions}. */
export const EXTERNAL_SECRET_DEFAULTS = Object.freeze({
  storeKind: 'ClusterSecretStore',
  refreshSeconds: 3_600,
} as const);

/** Defaults of {@link SealedSecretOptions}. */
export const SEALED_SECRET_DEFAULTS = Object.freeze({ scope: 'strict' } as const);

/** Secret that External Secrets creates, as plain data. */
export interface ExternalSecretSource extends ExternalSecretOptions {
  readonly kind: 'externalSecret';
  readonly storeKind: 'ClusterSecretStore' | 'SecretStore';
  readonly refreshSeconds: number;
}

/** Secret that Sealed Secrets creates, as plain data. */
export interface SealedSecretSource extends SealedSecretOptions {
  readonly kind: 'sealedSecret';
  readonly scope: SealingScope;
}

/** Secret in a SOPS-encrypted file, as plain data. */
export interface SopsSource {
  readonly kind: 'sopsFile';
  /** Path as the user gave it. */
  readonly file: string;
  /** Text of the file, or the reason why it cannot be read. */
  readonly content: ManifestText;
}

/** Source of a Secret that the program otherwise only names, as plain data. */
export type SecretSourceModel = ExternalSecretSource | SealedSecretSource | SopsSource;

/**
 * Source of a Secret that would otherwise have to exist.
 *
 * The repository contains only a reference or encrypted data. Name, namespace, type and the label that `clusterctl move`
 * requires are filled in.
 */
export class SecretSource {
  /** Writes an ExternalSecret, from which External Secrets creates the Secret and keeps it in sync with a store. */
  static externalSecret(options: ExternalSecretOptions): SecretSourceModel {
    return { kind: 'externalSecret', ...EXTERNAL_SECRET_DEFAULTS, ...options };
  }

  /** Writes a SealedSecret, which the controller of Sealed Secrets decrypts. */
  static sealedSecret(options: SealedSecretOptions): SecretSourceModel {
    return { kind: 'sealedSecret', ...SEALED_SECRET_DEFAULTS, ...options };
  }

  /**
   * Uses a SOPS-encrypted file with the manifest of one Secret, which Flux decrypts.
   *
   * The file is read at synth and copied as it is.
   */
  static sopsFile(file: string): SecretSourceModel {
    return { kind: 'sopsFile', file, content: readManifestFile(file) };
  }

  private constructor() {}
}
