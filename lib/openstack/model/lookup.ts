/** How the OpenStack provider finds something that exists: by id, or by a filter. */
export type Lookup = { readonly id: string } | { readonly filter: LookupFilter };

/** How the provider finds an image: by id, by a filter, or as the object of ORC that stands for it. */
export type ImageLookup = Lookup | { readonly imageRef: { readonly name: string } };

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

/** Exact name in Glance by which an image is looked up; undefined where it is found in another way. */
export function imageName(image: ImageLookup): string | undefined {
  return 'filter' in image ? image.filter.name : undefined;
}

/** Writes a lookup for an error message. */
export function describeLookup(lookup: Lookup): string {
  return 'id' in lookup ? `id ${lookup.id}` : JSON.stringify(lookup.filter);
}
