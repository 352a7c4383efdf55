import type { MovedField } from '../../schema/moved-fields';

/** Version of Cluster API's contracts, and of API objects. */
export type ContractVersion = 'v1beta1' | 'v1beta2';

/** Release of an infrastructure provider on a management cluster. */
export interface ProviderRelease {
  /** Name for messages. */
  readonly name: string;
  /** Minor, such as `0.14`. */
  readonly minor: string;
  /** Patch number; absent where only the minor is known. */
  readonly patch?: number;
  /**
   * Day of the provider's main branch that the bundled schemas are of, such as `2026-08-21`.
   *
   * Absent for minors that are released.
   */
  readonly snapshot?: string;
  /** Contract between the provider and Cluster API. */
  readonly contract: ContractVersion;
  /** Version in which objects of the provider's infrastructure kinds are written, whatever its contract. */
  readonly apiVersion: ContractVersion;
  /** Folders of CRDs from which the bundled schemas of its kinds were derived. */
  readonly schemas: readonly string[];
  /** What others have to know of the provider. */
  readonly traits: ProviderTraits;
}

/** What others than a provider itself have to know of it, whatever its release. */
export interface ProviderTraits {
  /** Resource of the templates that its machines are made from, which autoscalers read. */
  readonly machineTemplates: string;
  /** Label by which its storage driver tells zones of nodes apart; absent for none. */
  readonly zoneLabel?: string;
  /** Label of nodes with the name of their failure domain; absent for that of zones. */
  readonly failureDomainLabel?: string;
  /** Whether it tells autoscalers the processors, memory and architecture of machines by itself; absent for not. */
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

/** What is known of an infrastructure provider, whatever runs where. */
export interface InfrastructureProvider {
  /** Name for messages. */
  readonly name: string;
  /** Releases by their minors, the oldest first. */
  readonly releases: Readonly<Record<string, KnownRelease>>;
  /** What others have to know of it. */
  readonly traits: ProviderTraits;
  /** Minor that goes with a Cluster API minor, where one is tested. */
  readonly tested: Readonly<Record<string, string>>;
  /** Fields of its kinds that have moved between versions; absent where only one version is written. */
  readonly movedFields?: readonly MovedField[];
}

/** Infrastructure providers by the kinds of their clouds. */
export type InfrastructureProviders = Readonly<Record<string, InfrastructureProvider>>;

/** Provider of a kind; undefined for a kind that nobody knows. */
export function knownProvider(
  known: InfrastructureProviders,
  kind: string,
): InfrastructureProvider | undefined {
  return Object.hasOwn(known, kind) ? known[kind] : undefined;
}
