import type { Finding } from '../../base/errors';
import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { quotedList, wordsFor } from '../../base/words';
import { tryPattern } from '../model/node-labels';
import {
  CLUSTER_API_RELEASES,
  compareMinors,
  OPENSTACK_PROVIDER_RELEASES,
  type Providers,
  seriesOf,
} from '../model/profile';
import { intendedLabel } from './label-domains';
import type { ProvidersSubject } from './subjects';

const CLUSTER_API = Object.keys(CLUSTER_API_RELEASES);
const PROVIDERS = Object.keys(OPENSTACK_PROVIDER_RELEASES);
const USUAL = CLUSTER_API.map((minor) => `Providers.stable('${minor}')`);
const NEWEST = USUAL.at(-1) ?? '';

/** Rules on the versions of a management cluster. */
export const PROVIDER_RULES: readonly Rule<ProvidersSubject>[] = [
  {
    id: 'cluster-api-version',
    reason: 'Manifests can be written only for releases of Cluster API whose fields are known.',
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
    id: 'openstack-provider-version',
    reason: 'Manifests can be written only for releases of the provider whose fields are known.',
    source: 'CAPO@v0.14.7:README.md',
    check({ path, providers }, refuse) {
      const { clusterApi, openStackProvider } = providers;
      if (isProvider(openStackProvider)) return;
      if (openStackProvider === '' && !isClusterApi(clusterApi)) return;
      const plain = openStackProvider.replace(/^v/, '');
      const usual = CLUSTER_API_RELEASES[seriesOf(clusterApi)]?.provider ?? PROVIDERS.at(-1);
      refuse(
        { path, prop: 'providers.openStackProvider' },
        {
          given: openStackProvider,
          allowed: `a minor of the OpenStack provider, or a release of one: ${quotedList(PROVIDERS)}`,
          fix: `write Providers.versions('${clusterApi}', '${isProvider(plain) ? plain : usual}')`,
        },
      );
    },
  },
  {
    id: 'synced-labels-readable',
    reason: 'A manager whose flag is no list of regular expressions does not start.',
    source: 'CAPI@v1.14.0:core/config/manager/manager.yaml',
    check({ path, providers }, refuse) {
      for (const pattern of providers.syncedLabels) {
        if (pattern !== '' && !pattern.includes(',') && tryPattern(pattern) !== undefined) continue;
        refuse(
          { path, prop: 'providers.syncedLabels' },
          {
            given: pattern,
            allowed: 'regular expressions without commas, as the flag of the manager has them',
            fix: pattern === '' ? leaveOut() : 'write "^example[.]org/" with your own domain',
          },
        );
      }
    },
  },
  {
    id: 'synced-labels-domain',
    reason: 'A pattern of a domain that is not quite the known one matches no label.',
    source: 'CAPI@v1.14.0:core/config/manager/manager.yaml',
    check({ path, providers }, refuse) {
      for (const pattern of providers.syncedLabels) {
        const intended = intendedLabel(plainText(pattern));
        if (intended === undefined) continue;
        refuse(
          { path, prop: 'providers.syncedLabels' },
          {
            given: pattern,
            allowed: 'patterns of known domains, or of your own that are not like them',
            fix: `write a pattern of ${JSON.stringify(intended)} if that is meant`,
          },
        );
      }
    },
  },
  {
    id: 'provider-core-version',
    reason: 'A provider is built and tested with some release of Cluster API and newer ones.',
    source: 'CAPO@v0.14.7:README.md',
    check({ path, providers }, refuse) {
      const { clusterApi, openStackProvider } = providers;
      if (!isClusterApi(clusterApi) || !isProvider(openStackProvider)) return;
      if (worksWith(seriesOf(openStackProvider), seriesOf(clusterApi))) return;
      refuse({ path, prop: 'providers.openStackProvider' }, olderProvider(providers));
    },
  },
];

/** Text that a pattern matches, as far as it is plain. */
function plainText(pattern: string): string {
  return pattern.replace(/^\^|\$$/g, '').replace(/\\\.|\[\.\]/g, '.');
}

function isClusterApi(version: string): boolean {
  return Object.hasOwn(CLUSTER_API_RELEASES, seriesOf(version));
}

function isProvider(version: string): boolean {
  return Object.hasOwn(OPENSTACK_PROVIDER_RELEASES, seriesOf(version));
}

function worksWith(provider: string, clusterApi: string): boolean {
  const release = OPENSTACK_PROVIDER_RELEASES[provider];
  return release !== undefined && compareMinors(clusterApi, release.leastClusterApi) >= 0;
}

function olderProvider({ clusterApi, openStackProvider }: Providers): Finding {
  const minor = seriesOf(clusterApi);
  const older = PROVIDERS.filter((provider) => worksWith(provider, minor));
  return {
    given: openStackProvider,
    allowed: `a provider that works with Cluster API ${clusterApi}: ${quotedList(older)}`,
    fix: `use Providers.stable('${clusterApi}'), or a newer core with ${NEWEST}`,
  };
}
