/** Entry of a file that `pulumi import --file` reads. */
export interface ImportEntry {
  /** Type of the resource in a stack. */
  readonly type: string;
  /** Name in the stack. */
  readonly name: string;
  /** ID in the cloud; absent for a component. */
  readonly id?: string;
  /** Whether it is a component. */
  readonly component?: true;
  /** Name of the parent component. */
  readonly parent?: string;
}

/** File that `pulumi import --file` reads: existing resources and their components. */
export interface ImportFile {
  /** Resources and their components. */
  readonly resources: readonly ImportEntry[];
}
