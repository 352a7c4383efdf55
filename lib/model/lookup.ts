/** How the OpenStack provider finds something that exists: by id, or by a filter. */
export type Lookup = { readonly id: string } | { readonly filter: LookupFilter };

/** Properties by which the OpenStack provider searches. */
export interface LookupFilter {
  /**
   * Exact name.
   *
   * @default - any name
   */
  readonly name?: string;
  /**
   * Tags of which the resource has every one.
   *
   * @default - any tags
   */
  readonly tags?: readonly string[];
  /**
   * Tags of which the resource has at least one.
   *
   * @default - any tags
   */
  readonly tagsAny?: readonly string[];
  /**
   * Identifier of the project that owns the resource.
   *
   * @default - any project that the credential sees
   */
  readonly projectID?: string;
}

/** Writes a lookup for an error message. */
export function describeLookup(lookup: Lookup): string {
  return 'id' in lookup ? `id ${lookup.id}` : JSON.stringify(lookup.filter);
}
