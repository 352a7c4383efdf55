import { once } from '../base/once';
import {
  type InfrastructureProvider,
  knownProvider,
} from '../cluster/model/infrastructure-provider';
import {
  type FeatureGates,
  minorOf,
  type ProvidersModel,
  profileOf,
  type VersionProfile,
} from '../cluster/model/profile';
import { allProviders, type InfrastructureName } from './provider-registry';

/** Supported releases of every infrastructure provider, by kind of cloud. */
export const infrastructureProviders = once(
  (): Readonly<Record<InfrastructureName, InfrastructureProvider>> =>
    Object.fromEntries(
      [...allProviders()].map(([kind, { releases }]) => [kind, releases]),
    ) as Readonly<Record<InfrastructureName, InfrastructureProvider>>,
);

export type { InfrastructureName };

/** Minors or releases of infrastructure providers, such as `{ openstack: '0.14', aws: '2.11.1' }`. */
export type InfrastructureVersions = { readonly [name in InfrastructureName]?: string };

/** Options of {@link Providers}. */
export interface ProvidersOptions {
  /**
   * Feature gates that are set on the management cluster.
   *
   * @default - the defaults of Cluster API
   */
  readonly featureGates?: FeatureGates;
  /**
   * Patterns of the flag `--additional-sync-machine-labels` of Cluster API's manager, as regular expressions.
   *
   * Cluster API copies matching labels of pools to nodes, so that changing them does not roll out machines.
   *
   * @default - only the domains that Cluster API owns
   */
  readonly syncedLabels?: readonly string[];
  /**
   * Whether Cluster API's add-on provider for Helm is installed, which installs charts into workload clusters.
   *
   * @default false
   */
  readonly helmAddonProvider?: boolean;
}

/** Options of {@link Providers.stable}. */
export interface StableProvidersOptions extends ProvidersOptions {
  /**
   * Infrastructure providers on the management cluster, each in the release that is tested with the Cluster API
   * minor.
   *
   * @default - the OpenStack provider
   */
  readonly infrastructure?: readonly InfrastructureName[];
}

/** Versions of Cluster API and its infrastructure providers on a management cluster. */
export class Providers {
  /**
   * Selects the infrastructure provider releases that go with a Cluster API minor.
   *
   * ```ts
   * Providers.stable('1.14', { infrastructure: ['openstack', 'aws'] });
   * ```
   *
   * @param clusterApi Cluster API minor, `1.10`, `1.13` or `1.14`, or a release of one.
   */
  static stable(clusterApi: string, options: StableProvidersOptions = {}): Providers {
    const { infrastructure: names = ['openstack'], ...rest } = options;
    const versions = names.map((name) => [name, testedRelease(name, clusterApi)]);
    return new Providers(clusterApi, Object.fromEntries(versions), rest);
  }

  /**
   * Selects all versions by hand, for releases other than the usual ones.
   *
   * Manifests are written for the given minors. An exact release such as `0.12.7` also lifts restrictions that apply
   * only to older releases of its minor.
   *
   * ```ts
   * Providers.versions('1.14', { openstack: '0.15', vsphere: '1.16.1' });
   * ```
   *
   * @param clusterApi Cluster API minor, `1.10`, `1.13` or `1.14`, or a release of one.
   * @param infrastructure Minor or release of each infrastructure provider; a string is the version of the OpenStack
   * provider, `0.12`, `0.14` or `0.15`.
   */
  static versions(
    clusterApi: string,
    infrastructure: string | InfrastructureVersions,
    options: ProvidersOptions = {},
  ): Providers {
    const versions =
      typeof infrastructure === 'string' ? { openstack: infrastructure } : infrastructure;
    return new Providers(clusterApi, versions, options);
  }

  /** Requested versions as plain data. */
  readonly model: ProvidersModel;

  private constructor(
    /** Requested Cluster API minor or release. */
    readonly clusterApi: string,
    /** Minor or release of each infrastructure provider. */
    readonly infrastructure: InfrastructureVersions,
    { featureGates = {}, syncedLabels = [], helmAddonProvider = false }: ProvidersOptions,
  ) {
    const model = { clusterApi, infrastructure, featureGates, syncedLabels, helmAddonProvider };
    this.model = model;
  }

  /** Patterns of labels that Cluster API copies to Nodes, besides those of its own domains. */
  get syncedLabels(): readonly string[] {
    return this.model.syncedLabels;
  }

  /** Returns the profile of these versions, or undefined if there is none. */
  tryProfile(): VersionProfile | undefined {
    return profileOf(this.model, infrastructureProviders());
  }
}

/**
 * Returns the minor that is tested with a Cluster API release, or the newest one; rules report unknown versions and
 * names.
 */
function testedRelease(name: InfrastructureName, clusterApi: string): string {
  const provider = knownProvider(infrastructureProviders(), name);
  const newest = Object.keys(provider?.releases ?? {}).at(-1);
  return provider?.tested[minorOf(clusterApi)] ?? newest ?? '';
}
