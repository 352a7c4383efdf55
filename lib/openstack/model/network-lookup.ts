import type { Lookup, LookupFilter } from './lookup';

/** First and last address that Neutron may hand out. */
export interface AllocationPool {
  /** First address of the pool. */
  readonly start: string;
  /** Last address of the pool. */
  readonly end: string;
}

/** Way to find a network, subnet, router, security group or server group that exists. */
export class NetworkLookup {
  /** Resource by its exact name. */
  static named(name: string): NetworkLookup {
    return new NetworkLookup({ filter: { name } });
  }

  /** Resource by its identifier. */
  static id(id: string): NetworkLookup {
    return new NetworkLookup({ id });
  }

  /** Resource that is the only one with all of these tags. */
  static tagged(...tags: string[]): NetworkLookup {
    return new NetworkLookup({ filter: { tags } });
  }

  /** Resource that is the only one that a filter finds. */
  static matching(filter: LookupFilter): NetworkLookup {
    return new NetworkLookup({ filter });
  }

  private constructor(
    /** Lookup that goes into the manifests. */
    readonly lookup: Lookup,
  ) {}
}
