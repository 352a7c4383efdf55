import type { MachineSize } from './machine-size';

/** Cloud that machines run on, with the fields that every provider has. */
export interface CloudModel {
  /** Kind of the cloud, which selects its infrastructure provider. */
  readonly kind: string;
  /** Construct path of the cloud. */
  readonly path: string;
  /** Name given by the user. */
  readonly name: string;
  /** Known machine sizes, by name. */
  readonly sizes: Readonly<Record<string, MachineSize>>;
  /** Known failure domains; absent if the user listed none. */
  readonly failureDomains?: readonly string[];
  /** Prefix of failure domain names on nodes; absent if nodes use the same names as programs. */
  readonly zonePrefix?: string;
  /** Whether pods run on its machines, which is not the case for in-memory machines; absent for yes. */
  readonly runsPods?: boolean;
  /** PEM certificates of the CA that signed the cloud's endpoints; absent for a publicly trusted CA. */
  readonly caCertificate?: string;
}

/** Returns the machine size with a name, or undefined if the cloud does not have it. */
export function sizeOf<S extends MachineSize>(
  { sizes }: { readonly sizes: Readonly<Record<string, S>> },
  name: string,
): S | undefined {
  return Object.hasOwn(sizes, name) ? sizes[name] : undefined;
}
