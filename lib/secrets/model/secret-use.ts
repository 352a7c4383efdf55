import type { SecretKey } from './secret-key';
import type { SecretSourceModel } from './secret-source';

/** Place in a program that names a Secret of the cluster's namespace, and what it reads from it. */
export interface SecretUse {
  /** Construct path. */
  readonly path: string;
  /** Prop of that construct. */
  readonly prop: string;
  /** Name of the Secret. */
  readonly name: string;
  /** Keys that are read. */
  readonly keys: readonly string[];
  /** Required type of the Secret; absent if any type is accepted. */
  readonly type?: string;
  /** Source of the Secret, as given in this place. */
  readonly source?: SecretSourceModel;
  /** Prop with the source, if it is not the `source` next to the name or within the prop. */
  readonly sourceProp?: string;
}

/** Returns the use of one key of a Secret. */
export function keyUse(path: string, prop: string, { name, key, source }: SecretKey): SecretUse {
  return { path, prop, name, keys: [key], ...(source === undefined ? {} : { source }) };
}
