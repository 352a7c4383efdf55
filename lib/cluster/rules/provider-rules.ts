import type { Finding } from '../../base/errors';
import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { closestWord, quotedList, wordsFor } from '../../base/words';
import type { ClusterModel } from '../model/cluster';
import {
  type InfrastructureProvider,
  type InfrastructureProviders,
  type KnownRelease,
  knownProvider,
} from '../model/infrastructure-provider';
import { tryPattern } from '../model/node-labels';
import {
  askedFor,
  CLUSTER_API_RELEASES,
  compareMinors,
  hasProvider,
  minorOf,
  missingProvider,
  type ProvidersModel,
} from '../model/profile';
import { intendedLabel } from './label-domains';
import type { ProvidersSubject } from './subjects';

const CLUSTER_API = Object.keys(CLUSTER_API_RELEASES);
const USUAL = CLUSTER_API.map((minor) => `Providers.stable('${minor}')`);

/** Rules on the versions of a management cluster. */
export const PROVIDER_RULES: readonly Rule<ProvidersSubject>[] = [
  {
    id: 'cluster-api-version',
    reason:
      'The library can write manifests only for releases of Cluster API whose fields it knows.',
    source: 'CAPI@v1.14.0:docs/book/src/reference/versions.md',
    check({ path, providers }, refuse) {
      const { clusterApi } = providers;
      if (isClusterApi(clusterApi)) return;
      const plain = clusterApi.replace(/^v/, '');
      const known = isClusterApi(plain);
      refuse(
        { path, prop: 'providers.clusterApi' },
        {
          given: clusterApi,
          allowed: `a minor of Cluster API, or a release of one: ${quotedList(CLUSTER_API)}`,
          fix: known ? `write Providers.stable('${plain}')` : `use ${wordsFor(USUAL, 'or')}`,
        },
      );
    },
  },
  {
    id: 'provider-version',
    reason:
      'The library can write manifests only for releases of a provider whose fields it knows.',
    source: 'CAPI@v1.14.0:docs/book/src/reference/versions.md',
    check({ path, providers, known }, refuse) {
      for (const [kind, version] of askedFor(providers)) {
        const provider = knownProvider(known, kind);
        const minors = Object.keys(provider?.releases ?? {});
        if (provider === undefined || minors.includes(minorOf(version))) continue;
        const plain = version.replace(/^v/, '');
        const better = minors.includes(minorOf(plain)) ? plain : usualRelease(provider, providers);
        refuse(
          { path, prop: `providers.infrastructure.${kind}` },
          {
            given: version,
            allowed: `a minor of the ${provider.name}, or a release of one: ${quotedList(minors)}`,
            fix: `write ${callWith(providers, kind, better)}`,
          },
        );
      }
    },
  },
  {
    id: 'provider-kind',
    reason: 'The library can write manifests only for providers whose fields it knows.',
    source: 'CAPI@v1.14.0:docs/book/src/reference/providers.md',
    check({ path, providers, known }, refuse) {
      for (const [kind] of askedFor(providers)) {
        if (knownProvider(known, kind) !== undefined) continue;
        const kinds = Object.keys(known);
        const close = closestWord(kind, kinds);
        refuse(
          { path, prop: 'providers.infrastructure' },
          {
            given: kind,
            allowed: quotedList(kinds),
            fix:
              close === undefined
                ? `use ${wordsFor(kinds, 'or')}`
                : `write ${JSON.stringify(close)}`,
          },
        );
      }
    },
  },
  {
    id: 'synced-labels-readable',
    reason: 'The manager does not start if its flag is not a list of regular expressions.',
    source: 'CAPI@v1.14.0:core/config/manager/manager.yaml',
    check({ path, providers }, refuse) {
      for (const pattern of providers.syncedLabels) {
        if (pattern !== '' && !pattern.includes(',') && tryPattern(pattern) !== undefined) continue;
        refuse(
          { path, prop: 'providers.syncedLabels' },
          {
            given: pattern,
            allowed: 'regular expressions without commas, as in the flag of the manager',
            fix: pattern === '' ? leaveOut() : 'write "^example[.]org/" with your own domain',
          },
        );
      }
    },
  },
  {
    id: 'synced-labels-domain',
    reason: 'A pattern whose domain is a misspelled known domain matches no label.',
    source: 'CAPI@v1.14.0:core/config/manager/manager.yaml',
    check({ path, providers }, refuse) {
      for (const pattern of providers.syncedLabels) {
        const intended = intendedLabel(plainText(pattern));
        if (intended === undefined) continue;
        refuse(
          { path, prop: 'providers.syncedLabels' },
          {
            given: pattern,
            allowed: 'patterns of known domains, or of your own domains that do not resemble them',
            fix: `write a pattern of ${JSON.stringify(intended)} if you mean that label`,
          },
        );
      }
    },
  },
  {
    id: 'provider-core-version',
    reason: 'A provider is built and tested with a certain release of Cluster API and newer ones.',
    source: 'CAPI@v1.14.0:docs/book/src/reference/versions.md',
    check({ path, providers, known }, refuse) {
      for (const { kind, version, provider, release, core } of pairs(providers, known)) {
        if (isInRange(release, core)) continue;
        const allowed = `a release of the ${provider.name} that works with Cluster API ${providers.clusterApi}`;
        refuse(
          { path, prop: `providers.infrastructure.${kind}` },
          { given: version, ...betterPair(providers, kind, provider, allowed) },
        );
      }
    },
  },
  {
    id: 'provider-contract',
    reason: 'Cluster API ignores objects of a provider whose contract it does not support.',
    source: 'CAPI@v1.14.0:docs/book/src/reference/versions.md',
    check({ path, providers, known }, refuse) {
      for (const { kind, version, provider, release, core } of pairs(providers, known)) {
        if (!isInRange(release, core) || servesContract(release, core)) continue;
        const served = CLUSTER_API_RELEASES[core]?.contracts ?? [];
        const allowed = `a release of the ${provider.name} with contract ${wordsFor(served, 'or')}, which Cluster API ${providers.clusterApi} serves`;
        refuse(
          { path, prop: `providers.infrastructure.${kind}` },
          { given: version, ...betterPair(providers, kind, provider, allowed) },
        );
      }
    },
  },
];

/** Rules on clusters and the providers of their management cluster. */
export const CLUSTER_PROVIDER_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'provider-installed',
    reason:
      'The API server rejects objects of a provider that is not installed, because it does not know their kinds.',
    source: 'CAPI@v1.14.0:docs/book/src/clusterctl/commands/init.md',
    check({ path, profile, cloud }, refuse) {
      if (hasProvider(profile, cloud.kind)) return;
      refuse({ path, prop: 'cloud' }, missingProvider(profile, cloud.kind));
    },
  },
];

/** Returns the text that a pattern matches, if it is literal. */
function plainText(pattern: string): string {
  return pattern.replace(/^\^|\$$/g, '').replace(/\\\.|\[\.\]/g, '.');
}

function isClusterApi(version: string): boolean {
  return Object.hasOwn(CLUSTER_API_RELEASES, minorOf(version));
}

interface Pair {
  readonly kind: string;
  readonly version: string;
  readonly provider: InfrastructureProvider;
  readonly release: KnownRelease;
  /** Minor of Cluster API. */
  readonly core: string;
}

/** Returns the requested providers, each with Cluster API, if both are known. */
function pairs(providers: ProvidersModel, known: InfrastructureProviders): readonly Pair[] {
  const core = minorOf(providers.clusterApi);
  if (!isClusterApi(core)) return [];
  return askedFor(providers).flatMap(([kind, version]): Pair[] => {
    const provider = knownProvider(known, kind);
    const release = provider?.releases[minorOf(version)];
    if (provider === undefined || release === undefined) return [];
    return [{ kind, version, provider, release, core }];
  });
}

function worksWith(release: KnownRelease | undefined, core: string): boolean {
  return release !== undefined && isInRange(release, core) && servesContract(release, core);
}

function isInRange(
  { oldestClusterApi: oldest, newestClusterApi: newest }: KnownRelease,
  core: string,
): boolean {
  if (oldest !== undefined && compareMinors(core, oldest) < 0) return false;
  return newest === undefined || compareMinors(core, newest) <= 0;
}

function servesContract({ contract }: KnownRelease, core: string): boolean {
  return CLUSTER_API_RELEASES[core]?.contracts.includes(contract) === true;
}

/** Returns the release of a provider that matches Cluster API. */
function usualRelease({ tested, releases }: InfrastructureProvider, asked: ProvidersModel): string {
  return tested[minorOf(asked.clusterApi)] ?? Object.keys(releases).at(-1) ?? '';
}

/** Suggests another release of the provider, or a Cluster API minor that works with the requested one. */
function betterPair(
  asked: ProvidersModel,
  kind: string,
  { releases }: InfrastructureProvider,
  allowed: string,
): Omit<Finding, 'given'> {
  const core = minorOf(asked.clusterApi);
  const fitting = Object.keys(releases).filter((minor) => worksWith(releases[minor], core));
  const release = releases[minorOf(asked.infrastructure[kind] ?? '')];
  const newer = CLUSTER_API.findLast((minor) => worksWith(release, minor));
  const other = `Cluster API ${newer ?? CLUSTER_API.at(-1)}`;
  const better = fitting.at(-1);
  return {
    allowed:
      better === undefined ? `${allowed}: none is known` : `${allowed}: ${quotedList(fitting)}`,
    fix:
      better === undefined
        ? `use ${other}`
        : `write ${callWith(asked, kind, better)}, or use ${other}`,
  };
}

/** Returns the call that requests another release of one provider. */
function callWith(asked: ProvidersModel, kind: string, version: string): string {
  const versions = askedFor({
    ...asked,
    infrastructure: { ...asked.infrastructure, [kind]: version },
  });
  const props = versions.map(([name, release]) => `${name}: '${release}'`).join(', ');
  return `Providers.versions('${asked.clusterApi}', { ${props} })`;
}
