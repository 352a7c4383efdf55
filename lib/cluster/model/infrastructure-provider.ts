import type { MovedField } from '../../schema/moved-fields';

/** Version of a Cluster API contract and of API objects. */
export type ContractVersion = 'v1beta1' | 'v1beta2';

/** Release of an infrastructure provider on a management cluster. */
export interface ProviderRelease {
  /** Name for messages. */
  readonly name: string;
  /** Minor, such as `0.14`. */
  readonly minor: string;
  /** Patch number; absent if only the minor is known. */
  readonly patch?: number;
  /**
   * Date of the main-branch snapshot that the bundled schemas come from, such as `2026-08-21`.
   *
   * Absent for released minors.
   */
  readonly snapshot?: string;
  /** Contract between the provider and Cluster API. */
  readonly contract: ContractVersion;
  /** API version in which the provider's objects are written, independent of its contract. */
  readonly apiVersion: ContractVersion;
  /** CRD folders that the bundled schemas of its kinds come from. */
  readonly schemas: readonly string[];
  /** Facts about the provider that other modules need. */
  readonly traits: ProviderTraits;
}

/** Facts about a provider that other modules need, independent of its release. */
export interface ProviderTraits {
  /** Resource name of its machine templates, which autoscalers read. */
  readonly machineTemplates: string;
  /** Node label that its storage driver uses for zones; absent for none. */
  readonly zoneLabel?: string;
  /** Node label with the name of the failure domain; absent for the zone label. */
  readonly failureDomainLabel?: string;
  /** Whether it reports CPUs, memory and architecture of machines to autoscalers itself; absent for no. */
  readonly reportsCapacity?: true;
}

/** Minor of an infrastructure provider whose fields are known. */
export interface KnownRelease
  extends Pick<ProviderRelease, 'snapshot' | 'contract' | 'apiVersion' | 'schemas'> {
  /**
   * Oldest Cluster API minor that it works with.
   *
   * @default - every minor that serves its contract
   */
  readonly oldestClusterApi?: string;
  /**
   * Newest Cluster API minor that it works with.
   *
   * @default - every minor that serves its contract
   */
  readonly newestClusterApi?: string;
}

/** Facts about an infrastructure provider, independent of where it runs. */
export interface InfrastructureProvider {
  /** Name for messages. */
  readonly name: string;
  /** Releases by minor, oldest first. */
  readonly releases: Readonly<Record<string, KnownRelease>>;
  /** Facts about the provider that other modules need. */
  readonly traits: ProviderTraits;
  /** Provider minor that is tested with a Cluster API minor, if any. */
  readonly tested: Readonly<Record<string, string>>;
  /** Fields of its kinds that have moved between versions; absent if only one version is written. */
  readonly movedFields?: readonly MovedField[];
}

/** Infrastructure providers, by cloud kind. */
export type InfrastructureProviders = Readonly<Record<string, InfrastructureProvider>>;

/** Returns the provider of a cloud kind, or undefined for an unknown kind. */
export function knownProvider(
  known: InfrastructureProviders,
  kind: string,
): InfrastructureProvider | undefined {
  return Object.hasOwn(known, kind) ? known[kind] : undefined;
}
