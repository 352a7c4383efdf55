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

/** Releases of every infrastructure provider that may run on a management cluster, by the kind of its clouds. */
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
   * Feature gates that the management cluster has switched on.
   *
   * @default - every gate as Cluster API ships it
   */
  readonly featureGates?: FeatureGates;
  /**
   * Patterns of the flag `--additional-sync-machine-labels` of Cluster API's manager, as regular expressions.
   *
   * Labels of pools that match are copied to nodes by Cluster API, so that a change of them rolls no machine.
   *
   * @default - the domains that Cluster API owns alone
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
   * Infrastructure providers that run there, each in the release that is tested with the Cluster API minor.
   *
   * @default - the OpenStack provider
   */
  readonly infrastructure?: readonly InfrastructureName[];
}

/** Versions of Cluster API and its infrastructure providers on a management cluster. */
export class Providers {
  /**
   * The infrastructure providers that go with a Cluster API minor.
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
   * All versions chosen by hand, for providers other than the usual ones.
   *
   * Manifests are written as the minors have them. A release such as `0.12.7` besides lifts what only older releases of
   * its minor cannot do.
   *
   * ```ts
   * Providers.versions('1.14', { openstack: '0.15', vsphere: '1.16.1' });
   * ```
   *
   * @param clusterApi Cluster API minor, `1.10`, `1.13` or `1.14`, or a release of one.
   * @param infrastructure Minor or release of each infrastructure provider; a text is the OpenStack provider's, `0.12`, `0.14` or `0.15`.
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

  /** What was asked for, as plain data. */
  readonly model: ProvidersModel;

  private constructor(
    /** Cluster API minor or release as it was asked for. */
    readonly clusterApi: string,
    /** Minor or release of each infrastructure provider. */
    readonly infrastructure: InfrastructureVersions,
    { featureGates = {}, syncedLabels = [], helmAddonProvider = false }: ProvidersOptions,
  ) {
    const model = { clusterApi, infrastructure, featureGates, syncedLabels, helmAddonProvider };
    this.model = model;
  }

  /** Patterns of labels that Cluster API copies to Nodes besides those of its own domains. */
  get syncedLabels(): readonly string[] {
    return this.model.syncedLabels;
  }

  /** Profile of these versions, or undefined when there is none. */
  tryProfile(): VersionProfile | undefined {
    return profileOf(this.model, infrastructureProviders());
  }
}

/** Minor that is tested with a Cluster API release, or the newest one; rules say what is wrong with it, or with the name. */
function testedRelease(name: InfrastructureName, clusterApi: string): string {
  const provider = knownProvider(infrastructureProviders(), name);
  const newest = Object.keys(provider?.releases ?? {}).at(-1);
  return provider?.tested[minorOf(clusterApi)] ?? newest ?? '';
}
