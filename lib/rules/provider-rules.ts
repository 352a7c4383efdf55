import { tryPattern } from '../model/node-labels';
import { CLUSTER_API_RELEASES, OPENSTACK_PROVIDER_RELEASES } from '../model/profile';
import type { Rule } from './rule';
import type { ProvidersSubject } from './subjects';
import { alternatives, quotedList } from './words';

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
      if (Object.hasOwn(CLUSTER_API_RELEASES, clusterApi)) return;
      const minor = /^v?(\d+\.\d+)\.\d+$/.exec(clusterApi)?.[1] ?? clusterApi.replace(/^v/, '');
      const known = Object.hasOwn(CLUSTER_API_RELEASES, minor);
      refuse(
        { path, prop: 'providers.clusterApi' },
        {
          given: clusterApi,
          allowed: `a minor of Cluster API: ${quotedList(CLUSTER_API)}`,
          fix: known ? `write Providers.stable('${minor}')` : `use ${alternatives(USUAL)}`,
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
      if (Object.hasOwn(OPENSTACK_PROVIDER_RELEASES, openStackProvider)) return;
      if (openStackProvider === '' && !Object.hasOwn(CLUSTER_API_RELEASES, clusterApi)) return;
      const minor = /^v?(\d+\.\d+)\.\d+$/.exec(openStackProvider)?.[1] ?? '';
      const known = Object.hasOwn(OPENSTACK_PROVIDER_RELEASES, minor);
      const usual = CLUSTER_API_RELEASES[clusterApi]?.provider ?? PROVIDERS.at(-1);
      refuse(
        { path, prop: 'providers.openStackProvider' },
        {
          given: openStackProvider,
          allowed: `a minor of the OpenStack provider: ${quotedList(PROVIDERS)}`,
          fix: `write Providers.versions('${clusterApi}', '${known ? minor : usual}')`,
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
            fix: pattern === '' ? 'leave it out' : 'write "^example[.]org/" with your own domain',
          },
        );
      }
    },
  },
  {
    id: 'provider-contract',
    reason:
      'A core that knows the v1beta1 contract only cannot run a provider of a newer contract.',
    source: 'CAPO@v0.15.0-beta.0:metadata.yaml',
    check({ path, providers }, refuse) {
      const { clusterApi, openStackProvider } = providers;
      const core = CLUSTER_API_RELEASES[clusterApi];
      const provider = OPENSTACK_PROVIDER_RELEASES[openStackProvider];
      if (core?.core !== 'v1beta1' || provider?.infrastructure !== 'v1beta2') return;
      const older = PROVIDERS.filter(
        (minor) => OPENSTACK_PROVIDER_RELEASES[minor]?.infrastructure === 'v1beta1',
      );
      refuse(
        { path, prop: 'providers.openStackProvider' },
        {
          given: openStackProvider,
          allowed: `a provider that works with Cluster API ${clusterApi}: ${quotedList(older)}`,
          fix: `use Providers.stable('${clusterApi}'), or a newer core with ${NEWEST}`,
        },
      );
    },
  },
];
