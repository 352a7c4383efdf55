/** Address of a cluster that no other one may have. */
export interface TakenAddress {
  /** Prop that it was typed in. */
  readonly prop: string;
  /** Text that equal addresses have in common. */
  readonly key: string;
  /** Address as it was typed. */
  readonly address: string;
}

/** Address of an API server that somebody else keeps pointed at a control plane. */
export function externalAddress(
  { host, port }: { readonly host: string; readonly port?: number },
  apiServerPort: number,
): TakenAddress {
  const address = `${host}:${port ?? apiServerPort}`;
  return { prop: 'endpoint', key: address, address };
}

/** Address that an earlier cluster has. */
export interface TakenTwice<C> {
  /** Address of the later cluster. */
  readonly taken: TakenAddress;
  /** Later cluster. */
  readonly cluster: C;
  /** Cluster that has it already. */
  readonly owner: C;
  /** Prop in which the owner has it. */
  readonly ownerProp: string;
}

/** Addresses that an earlier cluster has; those that one cluster has twice are its own affair. */
export function takenTwice<C>(
  clusters: readonly C[],
  addressesOf: (cluster: C) => readonly TakenAddress[],
): readonly TakenTwice<C>[] {
  const owners = new Map<string, Pick<TakenTwice<C>, 'owner' | 'ownerProp'>>();
  const found: TakenTwice<C>[] = [];
  for (const cluster of clusters) {
    for (const taken of addressesOf(cluster)) {
      const first = owners.get(taken.key);
      if (first === undefined) owners.set(taken.key, { owner: cluster, ownerProp: taken.prop });
      else if (first.owner !== cluster) found.push({ taken, cluster, ...first });
    }
  }
  return found;
}
