import type { SecretKey } from './bootstrap';
import type { HostVolume } from './host-volume';

/** Cipher with which the API server writes objects into etcd. */
export type EncryptionCipher = 'secretbox' | 'aescbc';

/** Key with which objects in etcd are written and read. */
export interface EncryptionKey {
  /** Name of the key, which stands beside everything that is written with it. */
  readonly name: string;
  /** Key of a Secret of the cluster's namespace that holds 32 random bytes as base64 text. */
  readonly secret: SecretKey;
}

/** Options that every way to encrypt shares. */
export interface EncryptionOptions {
  /**
   * Resources that are encrypted, such as `secrets` or `widgets.example.com`.
   *
   * @default ['secrets']
   */
  readonly resources?: readonly string[];
  /**
   * Whether objects that were written before are read as they are.
   *
   * @default true
   */
  readonly readsPlainText?: boolean;
}

/** Options of {@link EncryptionAtRest.withKeys}. */
export interface EncryptionKeysOptions extends EncryptionOptions {
  /** Keys, of which the first writes and all read. */
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
  /** Name of the key service, which stands beside everything that is written with it. */
  readonly name: string;
  /** Socket of the key service's plugin on control-plane machines, as `unix:///path`. */
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

/** How objects are encrypted in etcd, as plain data. */
export type EncryptionModel =
  | { readonly kind: 'secret'; readonly secret: SecretKey }
  | ({ readonly kind: 'keys' } & Required<EncryptionKeysOptions>)
  | ({ readonly kind: 'kms' } & Required<KmsOptions>);

/** How the API server encrypts objects in etcd. No key ever stands in a manifest. */
export class EncryptionAtRest {
  /**
   * Keys in Secrets, from which control-plane machines put the configuration together.
   *
   * To change the key, add the new one at the end and let the machines be replaced; then put it first, let them be
   * replaced and write every object once more; then take the old one away. Each of the three is a rollout of its own.
   */
  static withKeys(options: EncryptionKeysOptions): EncryptionAtRest {
    const model = { ...ENCRYPTION_DEFAULTS, ...ENCRYPTION_KEYS_DEFAULTS, ...options };
    return new EncryptionAtRest({ kind: 'keys', ...model });
  }

  /** A key service, whose plugin runs on control-plane machines and changes keys by itself. */
  static kms(options: KmsOptions): EncryptionAtRest {
    return new EncryptionAtRest({
      kind: 'kms',
      ...ENCRYPTION_DEFAULTS,
      ...KMS_DEFAULTS,
      ...options,
    });
  }

  /**
   * A whole EncryptionConfiguration in a Secret of the cluster's namespace.
   *
   * Other contents of the Secret replace no machine; give a changed configuration another name.
   */
  static fromSecret(secret: SecretKey): EncryptionAtRest {
    return new EncryptionAtRest({ kind: 'secret', secret });
  }

  private constructor(
    /** Encryption as plain data. */
    readonly model: EncryptionModel,
  ) {}
}

/** Folder of the configuration. */
export const ENCRYPTION_FOLDER = '/etc/kubernetes/encryption';

/** Beginning of the address of a key service's plugin. */
export const SOCKET_SCHEME = 'unix://';

/** Paths of the machine that the API server sees to encrypt. */
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
