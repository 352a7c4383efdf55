/** Entry of a file that `pulumi import --file` reads. */
export interface ImportEntry {
  /** Type of the resource in a stack. */
  readonly type: string;
  /** Name in the stack. */
  readonly name: string;
  /** Identifier in the cloud; absent for a component. */
  readonly id?: string;
  /** Whether it is a component. */
  readonly component?: true;
  /** Name of the component around it. */
  readonly parent?: string;
}

/** File that `pulumi import --file` reads: what exists, with the components around it. */
export interface ImportFile {
  /** Resources and the components around them. */
  readonly resources: readonly ImportEntry[];
}
