import type { Lookup, LookupFilter } from './lookup';

/** Range of addresses that Neutron can allocate. */
export interface AllocationPool {
  /** First address of the pool. */
  readonly start: string;
  /** Last address of the pool. */
  readonly end: string;
}

/** Lookup of an existing network, subnet, router, security group or server group. */
export class NetworkLookup {
  /** Resource by its exact name. */
  static fromName(name: string): NetworkLookup {
    return new NetworkLookup({ filter: { name } });
  }

  /** Resource by its ID. */
  static fromId(id: string): NetworkLookup {
    return new NetworkLookup({ id });
  }

  /** The only resource that has all of these tags. */
  static fromTags(...tags: string[]): NetworkLookup {
    return new NetworkLookup({ filter: { tags } });
  }

  /** The only resource that matches a filter. */
  static matching(filter: LookupFilter): NetworkLookup {
    return new NetworkLookup({ filter });
  }

  /** @deprecated Use {@link NetworkLookup.fromName}. */
  static named(name: string): NetworkLookup {
    return NetworkLookup.fromName(name);
  }

  /** @deprecated Use {@link NetworkLookup.fromId}. */
  static id(id: string): NetworkLookup {
    return NetworkLookup.fromId(id);
  }

  /** @deprecated Use {@link NetworkLookup.fromTags}. */
  static tagged(...tags: string[]): NetworkLookup {
    return NetworkLookup.fromTags(...tags);
  }

  private constructor(
    /** Lookup that goes into the manifests. */
    readonly lookup: Lookup,
  ) {}
}
