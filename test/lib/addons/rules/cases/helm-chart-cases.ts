import type { AddonModel } from '../../../../../lib/addons/model/addon';
import type { HelmChartModel } from '../../../../../lib/addons/model/helm-chart';
import { Gpu } from '../../../../../lib/cluster/model/gpu';
import { addonModel, clusterModel, poolModel, profile } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import type { RuleCase } from '../../../assembly/rule-case';

const CA = { name: 'ca', key: 'ca.crt' };
const LONGEST = 'a'.repeat(53);

/** Examples of rules on charts, and on several addons that offer one resource. */
export const HELM_CHART_CASES: readonly RuleCase[] = [
  {
    rule: 'helm-addon-provider',
    broken: { ...withChart({}), profile: profile('1.13') },
    sound: withChart({}),
    says: `mothership/demo/hello: chart is "podinfo"
  allowed: a management cluster with the add-on provider for Helm
  fix: install it with clusterctl init --addon helm, and add helmAddonProvider: true to the options of Providers`,
  },
  {
    rule: 'helm-chart-name',
    broken: withChart({ chart: 'podinfo/podinfo' }),
    sound: withChart({ chart: 'pod.info_2' }),
    says: `mothership/demo/hello: chart is "podinfo/podinfo"
  allowed: letters, digits, dots, dashes and underscores, a letter or digit at both ends
  fix: write only the name, such as "podinfo"`,
  },
  {
    rule: 'helm-repository',
    broken: withChart({ repository: 'http://charts.example.org/stable' }),
    sound: withChart({ repository: 'oci://registry.example.org/charts' }),
    says: `mothership/demo/hello: repository is "http://charts.example.org/stable"
  allowed: a URL with https:// or oci://, without user and query
  fix: write "https://charts.example.org/stable"`,
  },
  {
    rule: 'helm-chart-version',
    broken: withChart({ version: '6.x' }),
    sound: withChart({ version: 'v6.9.2' }),
    says: `mothership/demo/hello: version is "6.x"
  allowed: an exact version of three numbers, such as "1.2.3"
  fix: write the version that helm search repo --versions shows`,
  },
  {
    rule: 'helm-release-name',
    broken: withChart({ releaseName: `${LONGEST}b` }),
    sound: withChart({ releaseName: LONGEST }),
    says: `mothership/demo/hello: releaseName is "${LONGEST}b"
  allowed: lower-case letters, digits and dashes, no dash at the ends, at most 53 characters
  fix: write "${LONGEST}"`,
  },
  {
    rule: 'helm-namespace',
    broken: withChart({ namespace: 'Pod_Info' }),
    sound: withChart({ namespace: '9lives' }),
    says: `mothership/demo/hello: namespace is "Pod_Info"
  allowed: lower-case letters, digits and dashes, no dash at the ends, at most 63 characters
  fix: write "pod-info"`,
  },
  {
    rule: 'helm-wait',
    broken: withChart({ atomic: true, wait: false }),
    sound: withChart({ atomic: true, waitForJobs: true }),
    says: `mothership/demo/hello: wait is false
  allowed: true with atomic, which always waits
  fix: leave it out`,
  },
  {
    rule: 'helm-wait',
    broken: withChart({ waitForJobs: true }),
    sound: withChart({ waitForJobs: true, wait: true }),
    says: `mothership/demo/hello: wait is missing
  allowed: true with waitForJobs
  fix: write wait: true, or leave waitForJobs out`,
  },
  {
    rule: 'helm-timeout',
    broken: withChart({ timeoutSeconds: 0 }),
    sound: withChart({ timeoutSeconds: 1 }),
    says: `mothership/demo/hello: timeout is "0 seconds"
  allowed: a duration of at least 1 second, in whole seconds
  fix: leave it out to use 10 minutes`,
  },
  {
    rule: 'helm-max-history',
    broken: withChart({ maxHistory: 0 }),
    sound: withChart({ maxHistory: 1 }),
    says: `mothership/demo/hello: maxHistory is 0
  allowed: an integer of 1 or more
  fix: leave it out`,
  },
  {
    rule: 'helm-registry',
    broken: withChart({ credentials: { name: 'registry', key: 'config.json' }, ca: CA }),
    sound: withChart({
      repository: 'oci://registry.example.org/charts',
      credentials: { name: 'registry', key: 'config.json' },
      ca: CA,
    }),
    says: `mothership/demo/hello: credentials is {"name":"registry","key":"config.json"}
  allowed: none; credentials needs a repository with oci://
  fix: leave it out, or push the chart to an OCI registry
mothership/demo/hello: ca is {"name":"ca","key":"ca.crt"}
  allowed: none; ca needs a repository with oci://
  fix: leave it out, or push the chart to an OCI registry`,
  },
  {
    rule: 'helm-secret',
    broken: withChart({
      repository: 'oci://registry.example.org/charts',
      credentials: { name: 'registry', key: '' },
      ca: { name: 'ca', key: 'tls.crt' },
    }),
    sound: withChart({
      repository: 'oci://registry.example.org/charts',
      credentials: { name: 'registry', key: 'config.json' },
      ca: CA,
    }),
    says: `mothership/demo/hello: credentials is {"name":"registry","key":""}
  allowed: the name of a Secret, and a key of letters, digits, dashes, dots and underscores
  fix: write the key that the Secret has
mothership/demo/hello: ca.key is "tls.crt"
  allowed: only the key "ca.crt"
  fix: write "ca.crt"`,
  },
  {
    rule: 'device-plugin-twice',
    broken: withOffers('nvidia.com/gpu', 'nvidia.com/gpu'),
    sound: withOffers('nvidia.com/gpu', 'amd.com/gpu'),
    says: `mothership/demo/two: name is "two"
  allowed: one addon that offers nvidia.com/gpu; one already does
  fix: leave two or one out`,
  },
];

function withChart(overrides: Partial<HelmChartModel>): AssembledCluster {
  const helmChart: HelmChartModel = {
    chart: 'podinfo',
    repository: 'https://charts.example.org',
    version: '6.9.2',
    releaseName: 'podinfo',
    namespace: 'podinfo',
    values: {},
    ...overrides,
  };
  return clusterModel({
    profile: profile('1.14', undefined, { helmAddonProvider: true }),
    addons: [addonModel({ payload: [], helmChart })],
  });
}

function withOffers(...offered: readonly [string, string]): AssembledCluster {
  const [one, two] = offered;
  const addon = (name: string, offers: string): AddonModel =>
    addonModel({ name, path: `mothership/demo/${name}`, offers });
  return clusterModel({
    pools: [
      poolModel({ name: 'nvidia', gpu: Gpu.nvidia({ count: 1 }).model }),
      poolModel({ name: 'amd', gpu: Gpu.amd({ count: 1 }).model }),
    ],
    addons: [addon('one', one), addon('two', two)],
  });
}
