import type { Finding } from '../../base/errors';
import { IncompleteError } from '../../base/incomplete';
import { quotedList, wordsFor } from '../../base/words';
import type {
  ContractVersion,
  InfrastructureProvider,
  InfrastructureProviders,
  ProviderRelease,
} from './infrastructure-provider';

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

/** What one combination of Cluster API and its infrastructure providers can express. */
export interface VersionProfile {
  /** Name for messages, such as `Cluster API 1.13` with the providers and their versions. */
  readonly name: string;
  /** Cluster API minor, such as `1.13`. */
  readonly clusterApi: string;
  /** Version of the Cluster API groups in the manifests. */
  readonly core: ContractVersion;
  /** Infrastructure providers that run there, by the kinds of their clouds. */
  readonly providers: Readonly<Record<string, ProviderRelease>>;
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

/** Versions of a management cluster, as they were asked for. */
export interface ProvidersModel
  extends Pick<VersionProfile, 'featureGates' | 'syncedLabels' | 'helmAddonProvider'> {
  /** Cluster API minor or release. */
  readonly clusterApi: string;
  /** Minor or release of each infrastructure provider, by the kind of its clouds. */
  readonly infrastructure: Readonly<Record<string, string | undefined>>;
}

interface ClusterApiRelease {
  readonly core: ContractVersion;
  /** Contracts of the infrastructure providers that it works with. */
  readonly contracts: readonly ContractVersion[];
  readonly patch: string;
  readonly oldest: string;
  readonly newest: string;
}

/** Cluster API minors that a management cluster may run. */
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

/** Release of the add-on provider for Helm whose schemas are bundled; its kinds are the same in all that go with a profile. */
const HELM_ADDON_PROVIDER = '0.6.4';

/** Release with its minor and its patch number. */
const RELEASE = /^(\d+\.\d+)\.(\d+)(?:-[\w.]+)?$/;

/**
 * Profile of the versions of a management cluster, or undefined when there is none.
 *
 * @param known Infrastructure providers by the kinds of their clouds.
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

/** Identifier of the rule that a cluster's provider runs on its management cluster. */
const PROVIDER_INSTALLED = 'provider-installed';

/** What a cluster says of the provider that makes its machines. */
export interface Provided {
  readonly path: string;
  readonly profile: VersionProfile;
  readonly cloud: { readonly kind: string };
}

/**
 * Release of the provider that makes a cluster's machines.
 *
 * @throws IncompleteError where the management cluster lacks it.
 */
export function providerOf({ path, profile, cloud }: Provided): ProviderRelease {
  return releaseOf(profile, cloud.kind, path);
}

/**
 * Release of the provider of a kind of clouds.
 *
 * @param path Construct path of what needs it.
 * @throws IncompleteError where the management cluster lacks it.
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

/** What is wrong with a cloud whose provider a management cluster lacks. */
export function missingProvider({ clusterApi, providers }: VersionProfile, kind: string): Finding {
  const kinds = Object.keys(providers);
  const wanted = [...kinds, kind].map((name) => `'${name}'`).join(', ');
  const running = kinds.length === 0 ? 'none does' : quotedList(kinds);
  return {
    given: kind,
    allowed: `a cloud whose provider runs on the management cluster: ${running}`,
    fix: `run the provider there, and write Providers.stable('${clusterApi}', { infrastructure: [${wanted}] })`,
  };
}

/** Tells whether a management cluster has the provider of a kind of clouds. */
export function hasProvider(
  { providers }: Pick<VersionProfile, 'providers'>,
  kind: string,
): boolean {
  return Object.hasOwn(providers, kind);
}

/** Infrastructure providers that were asked for, with their versions. */
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

/** Minor of a release such as `0.12.7`; other texts as they are. */
export function minorOf(version: string): string {
  return RELEASE.exec(version)?.[1] ?? version;
}

/** Compares two minors such as `0.9` and `0.14` by their numbers. */
export function compareMinors(a: string, b: string): number {
  const [left = [], right = []] = [a, b].map((text) => text.split('.').map(Number));
  return (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0);
}
