import type { Finding } from '../../base/errors';
import { IncompleteError } from '../../base/incomplete';
import { quotedList, wordsFor } from '../../base/words';
import type {
  ContractVersion,
  InfrastructureProvider,
  InfrastructureProviders,
  ProviderRelease,
} from './infrastructure-provider';

/** Feature gates of Cluster API that change which manifests are valid. */
export interface FeatureGates {
  /**
   * Whether Machine taints are propagated to Nodes without a rollout.
   *
   * @default false
   */
  readonly machineTaintPropagation?: boolean;
  /**
   * Whether machines can use Ignition, in both the kubeadm bootstrap and control-plane providers.
   *
   * @default false
   */
  readonly kubeadmBootstrapFormatIgnition?: boolean;
  /**
   * Whether your own clusters can use a ClusterClass.
   *
   * The library writes no ClusterClass; the gate is for your own objects besides its clusters.
   *
   * @default false
   */
  readonly clusterTopology?: boolean;
}

/** Versions of Cluster API and its infrastructure providers, and what they support. */
export interface VersionProfile {
  /** Name for messages, such as `Cluster API 1.13` with the providers and their versions. */
  readonly name: string;
  /** Cluster API minor, such as `1.13`. */
  readonly clusterApi: string;
  /** Version of the Cluster API groups in the manifests. */
  readonly core: ContractVersion;
  /** Installed infrastructure providers, by cloud kind. */
  readonly providers: Readonly<Record<string, ProviderRelease>>;
  /** CRD folders that the bundled schemas of this profile come from. */
  readonly schemas: readonly string[];
  /** Oldest and newest Kubernetes minor of a workload cluster. */
  readonly kubernetes: { readonly oldest: string; readonly newest: string };
  /** Feature gates that are enabled on the management cluster. */
  readonly featureGates: FeatureGates;
  /** Patterns of labels that Cluster API syncs to Nodes besides those of its own domains. */
  readonly syncedLabels: readonly string[];
  /** Whether the management cluster can install Helm charts. */
  readonly helmAddonProvider: boolean;
}

/** Requested versions of a management cluster. */
export interface ProvidersModel
  extends Pick<VersionProfile, 'featureGates' | 'syncedLabels' | 'helmAddonProvider'> {
  /** Cluster API minor or release. */
  readonly clusterApi: string;
  /** Minor or release of each infrastructure provider, by cloud kind. */
  readonly infrastructure: Readonly<Record<string, string | undefined>>;
}

interface ClusterApiRelease {
  readonly core: ContractVersion;
  /** Contracts of infrastructure providers that it supports. */
  readonly contracts: readonly ContractVersion[];
  readonly patch: string;
  readonly oldest: string;
  readonly newest: string;
}

/** Cluster API minors that a management cluster can run. */
export const CLUSTER_API_RELEASES: Readonly<Record<string, ClusterApiRelease>> = {
  '1.10': {
    core: 'v1beta1',
    contracts: ['v1beta1'],
    patch: '1.10.5',
    oldest: '1.27',
    newest: '1.33',
  },
  '1.13': {
    core: 'v1beta2',
    contracts: ['v1beta1', 'v1beta2'],
    patch: '1.13.5',
    oldest: '1.30',
    newest: '1.36',
  },
  '1.14': {
    core: 'v1beta2',
    contracts: ['v1beta1', 'v1beta2'],
    patch: '1.14.0',
    oldest: '1.31',
    newest: '1.36',
  },
};

/** Release of the Helm add-on provider whose schemas are bundled; its kinds are the same in all supported releases. */
const HELM_ADDON_PROVIDER = '0.6.4';

/** Release with its minor and its patch number. */
const RELEASE = /^(\d+\.\d+)\.(\d+)(?:-[\w.]+)?$/;

/**
 * Returns the profile of a management cluster's versions, or undefined if they are not supported.
 *
 * @param known Infrastructure providers, by cloud kind.
 */
export function profileOf(
  model: ProvidersModel,
  known: InfrastructureProviders,
): VersionProfile | undefined {
  const clusterApi = minorOf(model.clusterApi);
  const core = CLUSTER_API_RELEASES[clusterApi];
  if (core === undefined) return undefined;
  const providers: Record<string, ProviderRelease> = {};
  for (const [kind, version] of askedFor(model)) {
    const release = releaseFrom(known[kind], version);
    if (release === undefined || !core.contracts.includes(release.contract)) return undefined;
    providers[kind] = release;
  }
  const { featureGates, syncedLabels, helmAddonProvider } = model;
  return {
    name: nameOf(model, known),
    clusterApi,
    core: core.core,
    providers,
    schemas: [
      ...['cluster-api', 'kubeadm-bootstrap', 'kubeadm-control-plane'].map(
        (name) => `${name}-v${core.patch}`,
      ),
      ...Object.values(providers).flatMap(({ schemas }) => schemas),
      ...(helmAddonProvider ? [`cluster-api-addon-helm-v${HELM_ADDON_PROVIDER}`] : []),
    ],
    kubernetes: { oldest: core.oldest, newest: core.newest },
    featureGates,
    syncedLabels,
    helmAddonProvider,
  };
}

/** Identifier of the rule that requires a cluster's provider on its management cluster. */
const PROVIDER_INSTALLED = 'provider-installed';

/** Fields of a cluster that determine its infrastructure provider. */
export interface Provided {
  readonly path: string;
  readonly profile: VersionProfile;
  readonly cloud: { readonly kind: string };
}

/**
 * Returns the release of a cluster's infrastructure provider.
 *
 * @throws IncompleteError if the management cluster does not have it.
 */
export function providerOf({ path, profile, cloud }: Provided): ProviderRelease {
  return releaseOf(profile, cloud.kind, path);
}

/**
 * Returns the release of the provider of a cloud kind.
 *
 * @param path Construct path of what needs it.
 * @throws IncompleteError if the management cluster does not have it.
 */
export function releaseOf(
  profile: VersionProfile,
  kind: string,
  path: string = profile.name,
): ProviderRelease {
  const release = hasProvider(profile, kind) ? profile.providers[kind] : undefined;
  if (release !== undefined) return release;
  const finding = missingProvider(profile, kind);
  throw new IncompleteError([{ path, prop: 'cloud', ...finding, rule: PROVIDER_INSTALLED }]);
}

/** Describes the mistake of a cloud whose provider the management cluster does not have. */
export function missingProvider({ clusterApi, providers }: VersionProfile, kind: string): Finding {
  const kinds = Object.keys(providers);
  const wanted = [...kinds, kind].map((name) => `'${name}'`).join(', ');
  const running = kinds.length === 0 ? 'none does' : quotedList(kinds);
  return {
    given: kind,
    allowed: `a cloud whose provider runs on the management cluster: ${running}`,
    fix: `install the provider there, and write Providers.stable('${clusterApi}', { infrastructure: [${wanted}] })`,
  };
}

/** Tells whether a management cluster has the provider of a cloud kind. */
export function hasProvider(
  { providers }: Pick<VersionProfile, 'providers'>,
  kind: string,
): boolean {
  return Object.hasOwn(providers, kind);
}

/** Returns the requested infrastructure providers with their versions. */
export function askedFor({ infrastructure }: ProvidersModel): readonly [string, string][] {
  return Object.entries(infrastructure).flatMap(([kind, version]): [string, string][] =>
    version === undefined ? [] : [[kind, version]],
  );
}

function releaseFrom(
  provider: InfrastructureProvider | undefined,
  version: string,
): ProviderRelease | undefined {
  const minor = minorOf(version);
  const found = provider?.releases[minor];
  if (provider === undefined || found === undefined) return undefined;
  const patch = RELEASE.exec(version)?.[2];
  return {
    name: provider.name,
    minor,
    ...(patch === undefined ? {} : { patch: Number(patch) }),
    ...(found.snapshot === undefined ? {} : { snapshot: found.snapshot }),
    contract: found.contract,
    apiVersion: found.apiVersion,
    schemas: found.schemas,
    traits: provider.traits,
  };
}

function nameOf(model: ProvidersModel, known: InfrastructureProviders): string {
  const names = askedFor(model).map(([kind, version]) => `${known[kind]?.name} ${version}`);
  const core = `Cluster API ${model.clusterApi}`;
  return names.length === 0 ? core : `${core} with ${wordsFor(names, 'and')}`;
}

/** Returns the minor of a release such as `0.12.7`; other texts are unchanged. */
export function minorOf(version: string): string {
  return RELEASE.exec(version)?.[1] ?? version;
}

/** Compares two minors such as `0.9` and `0.14` numerically. */
export function compareMinors(a: string, b: string): number {
  const [left = [], right = []] = [a, b].map((text) => text.split('.').map(Number));
  return (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0);
}
