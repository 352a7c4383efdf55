import type { SecretKey } from './bootstrap';
import type { HostVolume } from './host-volume';

/** Cipher with which the API server encrypts objects in etcd. */
export type EncryptionCipher = 'secretbox' | 'aescbc';

/** Key with which objects in etcd are encrypted and decrypted. */
export interface EncryptionKey {
  /** Name of the key, which is stored with everything that it encrypts. */
  readonly name: string;
  /** Key of a Secret in the cluster's namespace that holds 32 random bytes in base64. */
  readonly secret: SecretKey;
}

/** Options common to all encryption methods. */
export interface EncryptionOptions {
  /**
   * Resources that are encrypted, such as `secrets` or `widgets.example.com`.
   *
   * @default ['secrets']
   */
  readonly resources?: readonly string[];
  /**
   * Whether objects that were stored unencrypted can still be read.
   *
   * @default true
   */
  readonly readsPlainText?: boolean;
}

/** Options of {@link EncryptionAtRest.withKeys}. */
export interface EncryptionKeysOptions extends EncryptionOptions {
  /** Keys. The first one encrypts, and all of them decrypt. */
  readonly keys: readonly EncryptionKey[];
  /**
   * Cipher of all keys.
   *
   * @default 'secretbox'
   */
  readonly cipher?: EncryptionCipher;
}

/** Options of {@link EncryptionAtRest.kms}. */
export interface KmsOptions extends EncryptionOptions {
  /** Name of the KMS plugin, which is stored with everything that it encrypts. */
  readonly name: string;
  /** Socket of the KMS plugin on control-plane machines, as `unix:///path`. */
  readonly endpoint: string;
  /**
   * Seconds to wait for the plugin.
   *
   * @default 3
   */
  readonly timeoutSeconds?: number;
}

/** Defaults of {@link EncryptionOptions}. */
export const ENCRYPTION_DEFAULTS = Object.freeze({ resources: ['secrets'], readsPlainText: true });

/** Defaults of {@link EncryptionKeysOptions}. */
export const ENCRYPTION_KEYS_DEFAULTS = Object.freeze({ cipher: 'secretbox' } as const);

/** Defaults of {@link KmsOptions}. */
export const KMS_DEFAULTS = Object.freeze({ timeoutSeconds: 3 });

/** Encryption of objects in etcd, as plain data. */
export type EncryptionModel =
  | { readonly kind: 'secret'; readonly secret: SecretKey }
  | ({ readonly kind: 'keys' } & Required<EncryptionKeysOptions>)
  | ({ readonly kind: 'kms' } & Required<KmsOptions>);

/** Encryption of objects in etcd. Manifests never contain keys. */
export class EncryptionAtRest {
  /**
   * Encrypts with keys from Secrets, which control-plane machines insert into the configuration.
   *
   * To rotate the key, add the new one at the end and wait until the machines are replaced. Then move it to the front, wait
   * until the machines are replaced, and rewrite every object. Then remove the old key. Each step is a separate rollout.
   */
  static withKeys(options: EncryptionKeysOptions): EncryptionAtRest {
    const model = { ...ENCRYPTION_DEFAULTS, ...ENCRYPTION_KEYS_DEFAULTS, ...options };
    return new EncryptionAtRest({ kind: 'keys', ...model });
  }

  /** Encrypts with a KMS plugin, which runs on control-plane machines and rotates keys by itself. */
  static kms(options: KmsOptions): EncryptionAtRest {
    return new EncryptionAtRest({
      kind: 'kms',
      ...ENCRYPTION_DEFAULTS,
      ...KMS_DEFAULTS,
      ...options,
    });
  }

  /**
   * Reads a complete EncryptionConfiguration from a Secret in the cluster's namespace.
   *
   * A change of the Secret's contents replaces no machine; put a changed configuration into a Secret with a new name.
   */
  static fromSecret(secret: SecretKey): EncryptionAtRest {
    return new EncryptionAtRest({ kind: 'secret', secret });
  }

  private constructor(
    /** Encryption as plain data. */
    readonly model: EncryptionModel,
  ) {}
}

/** Directory of the configuration. */
export const ENCRYPTION_FOLDER = '/etc/kubernetes/encryption';

/** Prefix of the address of a KMS plugin. */
export const SOCKET_SCHEME = 'unix://';

/** Returns the host paths mounted into the API server for encryption. */
export function encryptionVolumes(encryption: EncryptionModel): readonly HostVolume[] {
  if (encryption.kind !== 'kms') return [CONFIGURATION_VOLUME];
  const socket = encryption.endpoint.slice(SOCKET_SCHEME.length);
  const folder = socket.slice(0, socket.lastIndexOf('/'));
  return [
    CONFIGURATION_VOLUME,
    { name: 'kms', hostPath: folder, mountPath: folder, pathType: 'DirectoryOrCreate' },
  ];
}

const CONFIGURATION_VOLUME: HostVolume = {
  name: 'encryption',
  hostPath: ENCRYPTION_FOLDER,
  mountPath: ENCRYPTION_FOLDER,
  readOnly: true,
  pathType: 'Directory',
};
