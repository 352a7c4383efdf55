/** Lookup of a subnet or security group, as plain data. */
export type AwsLookupModel = { readonly id: string } | { readonly filters: readonly AwsFilter[] };

/** EC2 filter, such as `{ name: 'tag:role', values: ['data'] }`. */
export interface AwsFilter {
  /** Name of the filter. */
  readonly name: string;
  /** Values, one of which must match. */
  readonly values: readonly string[];
}

/** Lookup of an existing subnet or security group. */
export class AwsLookup {
  /** Looks up by ID, such as `sg-0a1b2c3d4e5f60718`. */
  static fromId(id: string): AwsLookup {
    return new AwsLookup({ id });
  }

  /** Looks up by tags, all of which must match. */
  static fromTags(tags: Readonly<Record<string, string>>): AwsLookup {
    const filters = Object.entries(tags).map(([key, value]) => ({
      name: `tag:${key}`,
      values: [value],
    }));
    return new AwsLookup({ filters });
  }

  /** Looks up by EC2 filters. */
  static matching(...filters: AwsFilter[]): AwsLookup {
    return new AwsLookup({ filters });
  }

  /** @deprecated Use {@link AwsLookup.fromId}. */
  static id(id: string): AwsLookup {
    return AwsLookup.fromId(id);
  }

  /** @deprecated Use {@link AwsLookup.fromTags}. */
  static tagged(tags: Readonly<Record<string, string>>): AwsLookup {
    return AwsLookup.fromTags(tags);
  }

  private constructor(
    /** Model of the choice. */
    readonly model: AwsLookupModel,
  ) {}
}
