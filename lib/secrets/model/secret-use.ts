import type { SecretKey } from './secret-key';
import type { SecretSourceModel } from './secret-source';

/** Place of a program that names a Secret of the cluster's namespace, and what it takes from it. */
export interface SecretUse {
  /** Construct path. */
  readonly path: string;
  /** Prop of that construct. */
  readonly prop: string;
  /** Name of the Secret. */
  readonly name: string;
  /** Keys that are read. */
  readonly keys: readonly string[];
  /** Type that the Secret has to have; absent where any will do. */
  readonly type?: string;
  /** Where the Secret comes from, as it is said here. */
  readonly source?: SecretSourceModel;
  /** Prop that says the source, where it is not `source` beside the name or within the prop. */
  readonly sourceProp?: string;
}

/** Use of one key of a Secret. */
export function keyUse(path: string, prop: string, { name, key, source }: SecretKey): SecretUse {
  return { path, prop, name, keys: [key], ...(source === undefined ? {} : { source }) };
}
