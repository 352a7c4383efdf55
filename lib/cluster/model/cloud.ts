import type { MachineSize } from './machine-size';

/** Where machines of clusters are made, as far as every provider says it. */
export interface CloudModel {
  /** Kind of the cloud, by which its infrastructure provider is found. */
  readonly kind: string;
  /** Construct path of the cloud. */
  readonly path: string;
  /** Name that the user gave it. */
  readonly name: string;
  /** Known sizes of machines by name. */
  readonly sizes: Readonly<Record<string, MachineSize>>;
  /** Known failure domains; absent where the user listed none. */
  readonly failureDomains?: readonly string[];
  /** What the names of failure domains begin with on nodes; absent for nothing more than in programs. */
  readonly zonePrefix?: string;
  /** Whether pods run on its machines, as they do not on those that only answer; absent for yes. */
  readonly runsPods?: boolean;
  /** Certificates of the authority that signed the cloud's endpoints, in PEM; absent for those that are known everywhere. */
  readonly caCertificate?: string;
}

/** Size of a cloud by its name, or undefined where it has none of that name. */
export function sizeOf<S extends MachineSize>(
  { sizes }: { readonly sizes: Readonly<Record<string, S>> },
  name: string,
): S | undefined {
  return Object.hasOwn(sizes, name) ? sizes[name] : undefined;
}
