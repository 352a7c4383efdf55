/** How the provider finds a subnet or a security group, as plain data. */
export type AwsLookupModel = { readonly id: string } | { readonly filters: readonly AwsFilter[] };

/** Filter of EC2's own, such as `{ name: 'tag:role', values: ['data'] }`. */
export interface AwsFilter {
  /** Name of the filter. */
  readonly name: string;
  /** Values, of which one has to fit. */
  readonly values: readonly string[];
}

/** Subnet or security group that exists. */
export class AwsLookup {
  /** The one with an identifier, such as `sg-0a1b2c3d4e5f60718`. */
  static id(id: string): AwsLookup {
    return new AwsLookup({ id });
  }

  /** Those with all of some tags. */
  static tagged(tags: Readonly<Record<string, string>>): AwsLookup {
    const filters = Object.entries(tags).map(([key, value]) => ({
      name: `tag:${key}`,
      values: [value],
    }));
    return new AwsLookup({ filters });
  }

  /** Those that filters of EC2 find. */
  static matching(...filters: AwsFilter[]): AwsLookup {
    return new AwsLookup({ filters });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: AwsLookupModel,
  ) {}
}
