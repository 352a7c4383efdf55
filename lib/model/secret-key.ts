/** Key of a Secret in the namespace of the cluster. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly name: string;
  /** Key in its data. */
  readonly key: string;
}
