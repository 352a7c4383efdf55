import type { SecretSourceModel } from './secret-source';

/** Key of a Secret in the namespace of the cluster. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly name: string;
  /** Key in its data. */
  readonly key: string;
  /**
   * Source of the Secret. It is sufficient to set it once for each Secret.
   *
   * @default - the Secret exists before the cluster
   */
  readonly source?: SecretSourceModel;
}

/** Tells whether a value has the two strings of a Secret key. */
export function isSecretKey(value: unknown): value is SecretKey {
  if (typeof value !== 'object' || value === null) return false;
  const { name, key }: { name?: unknown; key?: unknown } = value;
  return typeof name === 'string' && typeof key === 'string';
}
