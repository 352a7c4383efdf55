/** Address of a cluster that no other cluster can have. */
export interface TakenAddress {
  /** Prop that it was typed in. */
  readonly prop: string;
  /** Key that equal addresses share. */
  readonly key: string;
  /** Address as typed. */
  readonly address: string;
}

/** Returns the address of an external endpoint. */
export function externalAddress(
  { host, port }: { readonly host: string; readonly port?: number },
  apiServerPort: number,
): TakenAddress {
  const address = `${host}:${port ?? apiServerPort}`;
  return { prop: 'endpoint', key: address, address };
}

/** Address that an earlier cluster already has. */
export interface TakenTwice<C> {
  /** Address of the later cluster. */
  readonly taken: TakenAddress;
  /** Later cluster. */
  readonly cluster: C;
  /** Earlier cluster that has it. */
  readonly owner: C;
  /** Prop in which the owner has it. */
  readonly ownerProp: string;
}

/** Finds addresses that an earlier cluster already has; an address that one cluster has twice is not reported. */
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
