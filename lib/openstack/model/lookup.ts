/** How the OpenStack provider finds an existing resource: by ID or by a filter. */
export type Lookup = { readonly id: string } | { readonly filter: LookupFilter };

/** How the OpenStack provider finds an image: by ID, by a filter, or by the ORC object that represents it. */
export type ImageLookup = Lookup | { readonly imageRef: { readonly name: string } };

/** Filter by which the OpenStack provider finds a resource. */
export interface LookupFilter {
  /**
   * Exact name.
   *
   * @default - any name
   */
  readonly name?: string;
  /**
   * Tags that the resource must all have.
   *
   * @default - any tags
   */
  readonly tags?: readonly string[];
  /**
   * Tags; the resource must have at least one of them.
   *
   * @default - any tags
   */
  readonly tagsAny?: readonly string[];
  /**
   * ID of the project that owns the resource.
   *
   * @default - any project that the credentials can see
   */
  readonly projectID?: string;
}

/** Returns the exact Glance name of an image lookup, or undefined if the image is found in another way. */
export function imageName(image: ImageLookup): string | undefined {
  return 'filter' in image ? image.filter.name : undefined;
}

/** Formats a lookup for an error message. */
export function describeLookup(lookup: Lookup): string {
  return 'id' in lookup ? `id ${lookup.id}` : JSON.stringify(lookup.filter);
}
