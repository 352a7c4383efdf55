import parse from 'semver/functions/parse';
import { suchAs, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWebAddress, secureAddress } from '../../base/web-address';
import { isDnsLabel, toDnsLabel } from '../../cluster/rules/names';
import type { AddonSubject } from './subjects';

const PROXY = 'CAAPH@v0.6.4:api/v1alpha1/helmchartproxy_types.go';

/** Maximum length of a release name, which Helm extends to names of Secrets. */
const MOST_RELEASE_NAME = 53;

/** Rules on charts that the management cluster installs. */
export const HELM_CHART_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'helm-addon-provider',
    reason: 'HelmChartProxy is a kind of the add-on provider for Helm, which installs the chart.',
    source: PROXY,
    check({ cluster: { profile }, addon: { path, helmChart } }, refuse) {
      if (profile.helmAddonProvider) return;
      refuse(
        { path, prop: 'chart' },
        {
          given: helmChart?.chart,
          allowed: 'a management cluster with the add-on provider for Helm',
          fix: 'install it with clusterctl init --addon helm, and add helmAddonProvider: true to the options of Providers',
        },
      );
    },
  },
  {
    id: 'helm-chart-name',
    reason: 'Helm finds a chart in the repository by its name, which becomes part of a URL.',
    source: 'helm/helm@v3.18.0:pkg/chart/metadata.go',
    check({ addon: { path, helmChart: { chart = '' } = {} } }, refuse) {
      if (/^[A-Za-z0-9]([-._A-Za-z0-9]*[A-Za-z0-9])?$/.test(chart)) return;
      const last = chart.slice(chart.lastIndexOf('/') + 1);
      refuse(
        { path, prop: 'chart' },
        {
          given: chart,
          allowed: 'letters, digits, dots, dashes and underscores, a letter or digit at both ends',
          fix: suchAs(toDnsLabel(last) ?? 'gpu-operator', 'only the name'),
        },
      );
    },
  },
  {
    id: 'helm-repository',
    reason: 'The add-on provider passes the URL to Helm and fetches the chart from there.',
    source: PROXY,
    check({ addon: { path, helmChart: { repository = '' } = {} } }, refuse) {
      const address = String(repository);
      if (isWebAddress(address.replace(/^oci:\/\//, 'https://'))) return;
      const better = secureAddress(address) ?? 'https://charts.example.org';
      refuse(
        { path, prop: 'repository' },
        {
          given: repository,
          allowed: 'a URL with https:// or oci://, without user and query',
          fix: write(better),
        },
      );
    },
  },
  {
    id: 'helm-chart-version',
    reason: 'Without an exact version, the chart can change from one day to the next.',
    source: 'helm/helm@v3.18.0:pkg/chart/metadata.go',
    check({ addon: { path, helmChart: { version = '' } = {} } }, refuse) {
      if (parse(version) !== null) return;
      refuse(
        { path, prop: 'version' },
        {
          given: version,
          allowed: 'an exact version of three numbers, such as "1.2.3"',
          fix: 'write the version that helm search repo --versions shows',
        },
      );
    },
  },
  {
    id: 'helm-release-name',
    reason: 'Helm stores a release in Secrets that are named after it, and rejects longer names.',
    source: 'helm/helm@v3.18.0:pkg/chartutil/validate_name.go',
    check({ addon: { path, helmChart: { releaseName = '' } = {} } }, refuse) {
      if (isDnsLabel(releaseName, MOST_RELEASE_NAME)) return;
      refuse(
        { path, prop: 'releaseName' },
        {
          given: releaseName,
          allowed: `lower-case letters, digits and dashes, no dash at the ends, at most ${MOST_RELEASE_NAME} characters`,
          fix: write(toDnsLabel(releaseName, MOST_RELEASE_NAME) ?? 'chart'),
        },
      );
    },
  },
  {
    id: 'helm-namespace',
    reason: 'Kubernetes rejects other names for namespaces.',
    source: 'kubernetes/kubernetes@v1.34.0:pkg/apis/core/validation/validation.go',
    check({ addon: { path, helmChart: { namespace = '' } = {} } }, refuse) {
      if (isDnsLabel(namespace)) return;
      refuse(
        { path, prop: 'namespace' },
        {
          given: namespace,
          allowed:
            'lower-case letters, digits and dashes, no dash at the ends, at most 63 characters',
          fix: write(toDnsLabel(namespace) ?? 'chart'),
        },
      );
    },
  },
];
