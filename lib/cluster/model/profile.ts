/** API version of an object. */
export type ContractVersion = 'v1beta1' | 'v1beta2';

/** Feature gates of Cluster API that change what may be written. */
export interface FeatureGates {
  /**
   * Whether Machine taints are propagated to Nodes without a rollout.
   *
   * @default false
   */
  readonly machineTaintPropagation?: boolean;
  /**
   * Whether machines may start by Ignition, in the kubeadm bootstrap and control-plane providers alike.
   *
   * @default false
   */
  readonly kubeadmBootstrapFormatIgnition?: boolean;
  /**
   * Whether clusters of your own may be made from a ClusterClass.
   *
   * The library writes none; the gate is for objects of your own beside its clusters.
   *
   * @default false
   */
  readonly clusterTopology?: boolean;
}

/** What one combination of Cluster API and its OpenStack provider can express. */
export interface VersionProfile {
  /** Name for messages, such as `Cluster API 1.13 with OpenStack provider 0.14`. */
  readonly name: string;
  /** Cluster API minor, such as `1.13`. */
  readonly clusterApi: string;
  /** OpenStack provider minor, such as `0.14`. */
  readonly openStackProvider: string;
  /** Patch number of the OpenStack provider; absent where the minor alone is known. */
  readonly openStackProviderPatch?: number;
  /** Version of the Cluster API groups in the manifests. */
  readonly core: ContractVersion;
  /** Version of the infrastructure group in the manifests. */
  readonly infrastructure: ContractVersion;
  /**
   * Day of the OpenStack provider's main branch that the bundled schemas are of, such as `2026-08-21`.
   *
   * Absent for minors that are released.
   */
  readonly openStackProviderSnapshot?: string;
  /** Folders of CRDs from which the bundled schemas of this profile were derived. */
  readonly schemas: readonly string[];
  /** Oldest and newest Kubernetes minor of a workload cluster. */
  readonly kubernetes: { readonly oldest: string; readonly newest: string };
  /** Feature gates that the management cluster has switched on. */
  readonly featureGates: FeatureGates;
  /** Patterns of labels that Cluster API copies to Nodes besides those of its own domains. */
  readonly syncedLabels: readonly string[];
  /** Whether the management cluster can install charts. */
  readonly helmAddonProvider: boolean;
}

interface ClusterApiRelease {
  readonly core: ContractVersion;
  readonly patch: string;
  readonly oldest: string;
  readonly newest: string;
  readonly provider: string;
}

interface ProviderRelease {
  readonly infrastructure: ContractVersion;
  /** Release whose CRDs the bundled schemas were derived from. */
  readonly patch: string;
  /** Day of the provider's main branch that the CRDs are of, as there is no release of this minor yet. */
  readonly snapshot?: string;
  /** Oldest Cluster API minor that it works with: one that knows its contract, at least. */
  readonly leastClusterApi: string;
}

/** Cluster API minors that a management cluster may run. */
export const CLUSTER_API_RELEASES: Readonly<Record<string, ClusterApiRelease>> = {
  '1.10': { core: 'v1beta1', patch: '1.10.5', oldest: '1.27', newest: '1.33', provider: '0.12' },
  '1.13': { core: 'v1beta2', patch: '1.13.5', oldest: '1.30', newest: '1.36', provider: '0.14' },
  '1.14': { core: 'v1beta2', patch: '1.14.0', oldest: '1.31', newest: '1.36', provider: '0.14' },
};

/** OpenStack provider minors that a management cluster may run. */
export const OPENSTACK_PROVIDER_RELEASES: Readonly<Record<string, ProviderRelease>> = {
  '0.12': { infrastructure: 'v1beta1', patch: '0.12.4', leastClusterApi: '1.9' },
  '0.14': { infrastructure: 'v1beta1', patch: '0.14.7', leastClusterApi: '1.12' },
  '0.15': {
    infrastructure: 'v1beta2',
    patch: '0.15.0-dev',
    snapshot: '2026-08-21',
    leastClusterApi: '1.11',
  },
};

/** Release of the add-on provider for Helm whose schemas are bundled; its kinds are the same in all that go with a profile. */
const HELM_ADDON_PROVIDER = '0.6.4';

/** Release with its minor and its patch number. */
const RELEASE = /^(\d+\.\d+)\.(\d+)(?:-[\w.]+)?$/;

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

/** Versions of Cluster API and its OpenStack provider on a management cluster. */
export class Providers {
  /**
   * The OpenStack provider that goes with a Cluster API minor.
   *
   * @param clusterApi Cluster API minor, `1.10`, `1.13` or `1.14`, or a release of one.
   */
  static stable(clusterApi: string, options: ProvidersOptions = {}): Providers {
    const provider = CLUSTER_API_RELEASES[seriesOf(clusterApi)]?.provider ?? '';
    return new Providers(clusterApi, provider, options);
  }

  /**
   * Both versions chosen by hand, for a provider other than the usual one.
   *
   * Manifests are written as the minors have them. A release such as `0.12.7` besides lifts what only older releases of
   * its minor cannot do.
   *
   * @param clusterApi Cluster API minor, `1.10`, `1.13` or `1.14`, or a release of one.
   * @param openStackProvider Minor of the provider, `0.12`, `0.14` or `0.15`, or a release of one.
   */
  static versions(
    clusterApi: string,
    openStackProvider: string,
    options: ProvidersOptions = {},
  ): Providers {
    return new Providers(clusterApi, openStackProvider, options);
  }

  private constructor(
    /** Cluster API minor or release as it was asked for. */
    readonly clusterApi: string,
    /** OpenStack provider minor or release as it was asked for. */
    readonly openStackProvider: string,
    private readonly options: ProvidersOptions,
  ) {}

  /** Patterns of labels that Cluster API copies to Nodes besides those of its own domains. */
  get syncedLabels(): readonly string[] {
    return this.options.syncedLabels ?? [];
  }

  /** Profile of these versions, or undefined when there is none. */
  tryProfile(): VersionProfile | undefined {
    const clusterApi = seriesOf(this.clusterApi);
    const openStackProvider = seriesOf(this.openStackProvider);
    const core = CLUSTER_API_RELEASES[clusterApi];
    const provider = OPENSTACK_PROVIDER_RELEASES[openStackProvider];
    const patch = RELEASE.exec(this.openStackProvider)?.[2];
    if (core === undefined || provider === undefined) return undefined;
    if (core.core === 'v1beta1' && provider.infrastructure === 'v1beta2') return undefined;
    const { helmAddonProvider = false } = this.options;
    return {
      name: `Cluster API ${this.clusterApi} with OpenStack provider ${this.openStackProvider}`,
      clusterApi,
      openStackProvider,
      ...(patch === undefined ? {} : { openStackProviderPatch: Number(patch) }),
      ...(provider.snapshot === undefined ? {} : { openStackProviderSnapshot: provider.snapshot }),
      core: core.core,
      infrastructure: provider.infrastructure,
      schemas: [
        ...['cluster-api', 'kubeadm-bootstrap', 'kubeadm-control-plane'].map(
          (name) => `${name}-v${core.patch}`,
        ),
        `cluster-api-openstack-v${provider.patch}`,
        ...(helmAddonProvider ? [`cluster-api-addon-helm-v${HELM_ADDON_PROVIDER}`] : []),
      ],
      kubernetes: { oldest: core.oldest, newest: core.newest },
      featureGates: this.options.featureGates ?? {},
      syncedLabels: this.syncedLabels,
      helmAddonProvider,
    };
  }
}

/** Minor of a release such as `0.12.7`; other texts as they are. */
export function seriesOf(version: string): string {
  return RELEASE.exec(version)?.[1] ?? version;
}

/** Compares two minors such as `0.9` and `0.14` by their numbers. */
export function compareMinors(a: string, b: string): number {
  const [left = [], right = []] = [a, b].map((text) => text.split('.').map(Number));
  return (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0);
}
