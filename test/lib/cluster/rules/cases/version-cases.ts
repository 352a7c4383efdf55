import { Providers } from '../../../../../lib/assembly/providers';
import { Preemptible } from '../../../../../lib/openstack/model/preemptible';
import { poolModel, profile } from '../../../../support/models';
import { cluster, type RuleCase, withPool } from '../../../assembly/rule-case';

const SKIP = 'machineset.cluster.x-k8s.io/skip-preflight-checks';
const CHECKED = { nodeStartupTimeoutSeconds: 600, unhealthyConditions: [] };
const PREEMPTIBLE = { healthCheck: CHECKED, preemptible: Preemptible.byFlavor().model };
const AWS_ONLY = profile('1.14', undefined, { infrastructure: ['aws'] });
const BOUNDS = { minSize: 0, maxSize: 2 };

/** Examples of rules on versions. */
export const VERSION_CASES: readonly RuleCase[] = [
  {
    rule: 'cluster-api-version',
    broken: Providers.stable('v1.13.5'),
    sound: Providers.stable('1.13.5'),
    says: `mothership: providers.clusterApi is "v1.13.5"
  allowed: a minor of Cluster API, or a release of one: "1.10", "1.13", "1.14"
  fix: write Providers.stable('1.13.5')`,
  },
  {
    rule: 'cluster-api-version',
    broken: Providers.stable('1.9'),
    sound: Providers.stable('1.10'),
    says: `mothership: providers.clusterApi is "1.9"
  allowed: a minor of Cluster API, or a release of one: "1.10", "1.13", "1.14"
  fix: use Providers.stable('1.10'), Providers.stable('1.13') or Providers.stable('1.14')`,
  },
  {
    rule: 'provider-version',
    broken: Providers.versions('1.14', 'v0.14.7'),
    sound: Providers.versions('1.14', '0.14.7'),
    says: `mothership: providers.infrastructure.openstack is "v0.14.7"
  allowed: a minor of the OpenStack provider, or a release of one: "0.12", "0.14", "0.15"
  fix: write Providers.versions('1.14', { openstack: '0.14.7' })`,
  },
  {
    rule: 'provider-version',
    broken: Providers.versions('1.14', '0.14.x'),
    sound: Providers.versions('1.14.0', '0.15.0-beta.0'),
    says: `mothership: providers.infrastructure.openstack is "0.14.x"
  allowed: a minor of the OpenStack provider, or a release of one: "0.12", "0.14", "0.15"
  fix: write Providers.versions('1.14', { openstack: '0.14' })`,
  },
  {
    rule: 'provider-core-version',
    broken: Providers.versions('1.10', '0.15'),
    sound: Providers.versions('1.10', '0.12'),
    says: `mothership: providers.infrastructure.openstack is "0.15"
  allowed: a release of the OpenStack provider that works with Cluster API 1.10: "0.12"
  fix: write Providers.versions('1.10', { openstack: '0.12' }), or use Cluster API 1.14`,
  },
  {
    rule: 'provider-core-version',
    broken: Providers.versions('1.10.5', '0.14.7'),
    sound: Providers.versions('1.13', '0.14'),
    says: `mothership: providers.infrastructure.openstack is "0.14.7"
  allowed: a release of the OpenStack provider that works with Cluster API 1.10.5: "0.12"
  fix: write Providers.versions('1.10.5', { openstack: '0.12' }), or use Cluster API 1.14`,
  },
  {
    rule: 'provider-core-version',
    broken: Providers.stable('1.10', { infrastructure: ['openstack', 'aws'] }),
    sound: Providers.stable('1.13', { infrastructure: ['openstack', 'aws'] }),
    says: `mothership: providers.infrastructure.aws is "2.11"
  allowed: a release of the AWS provider that works with Cluster API 1.10: none is known
  fix: use Cluster API 1.14`,
  },
  {
    rule: 'provider-core-version',
    broken: Providers.versions('1.14', { openstack: '0.15', dev: '1.13.5' }),
    sound: Providers.versions('1.14.0', { dev: '1.14.0' }),
    says: `mothership: providers.infrastructure.dev is "1.13.5"
  allowed: a release of the development provider that works with Cluster API 1.14: "1.14"
  fix: write Providers.versions('1.14', { openstack: '0.15', dev: '1.14' }), or use Cluster API 1.13`,
  },
  {
    rule: 'provider-contract',
    broken: Providers.versions('1.10', { vsphere: '1.16' }),
    sound: Providers.versions('1.13', { vsphere: '1.16.1' }),
    says: `mothership: providers.infrastructure.vsphere is "1.16"
  allowed: a release of the vSphere provider with contract v1beta1, which Cluster API 1.10 serves: none is known
  fix: use Cluster API 1.14`,
  },
  {
    rule: 'provider-kind',
    broken: { ...Providers.stable('1.14').model, infrastructure: { openstak: '0.14' } },
    sound: Providers.versions('1.14', { openstack: '0.14' }),
    says: `mothership: providers.infrastructure is "openstak"
  allowed: "openstack", "dev", "vsphere", "aws", "azure", "hetzner"
  fix: write "openstack"`,
  },
  {
    rule: 'provider-installed',
    broken: cluster({ profile: AWS_ONLY }),
    sound: cluster({}),
    says: `mothership/demo: cloud is "openstack"
  allowed: a cloud whose provider runs on the management cluster: "aws"
  fix: install the provider there, and write Providers.stable('1.14', { infrastructure: ['aws', 'openstack'] })`,
  },
  {
    rule: 'synced-labels-readable',
    broken: Providers.stable('1.14', { syncedLabels: ['', 'a,b', '('] }),
    sound: Providers.stable('1.14', { syncedLabels: ['^example[.]org/'] }),
    says: `mothership: providers.syncedLabels is ""
  allowed: regular expressions without commas, as in the flag of the manager
  fix: leave it out
mothership: providers.syncedLabels is "a,b"
  allowed: regular expressions without commas, as in the flag of the manager
  fix: write "^example[.]org/" with your own domain
mothership: providers.syncedLabels is "("
  allowed: regular expressions without commas, as in the flag of the manager
  fix: write "^example[.]org/" with your own domain`,
  },
  {
    rule: 'synced-labels-domain',
    broken: Providers.stable('1.14', {
      syncedLabels: ['^node-role/kubernetes\\.io', 'topology[.]kubernets[.]io/zone'],
    }),
    sound: Providers.stable('1.14', {
      syncedLabels: ['^node-role\\.kubernetes\\.io/', 'example[.]kubernetes[.]io/', 'team'],
    }),
    says: `mothership: providers.syncedLabels is "^node-role/kubernetes\\\\.io"
  allowed: patterns of known domains, or of your own domains that do not resemble them
  fix: write a pattern of "node-role.kubernetes.io/…" if you mean that label
mothership: providers.syncedLabels is "topology[.]kubernets[.]io/zone"
  allowed: patterns of known domains, or of your own domains that do not resemble them
  fix: write a pattern of "topology.kubernetes.io/zone" if you mean that label`,
  },
  {
    rule: 'kubernetes-version',
    broken: cluster({ kubernetesVersion: '1.32' }),
    sound: cluster({ kubernetesVersion: 'v1.32.4' }),
    says: `mothership/demo: kubernetesVersion is "1.32"
  allowed: a release with three numbers, such as "1.32.4"
  fix: write "1.32.0", or the patch of the image`,
  },
  {
    rule: 'kubernetes-version',
    broken: cluster({ kubernetesVersion: 'version 1.32.4' }),
    says: `mothership/demo: kubernetesVersion is "version 1.32.4"
  allowed: a release with three numbers, such as "1.32.4"
  fix: write "1.32.4"`,
  },
  {
    rule: 'pool-version',
    broken: withPool({ kubernetesVersion: 'latest' }),
    sound: withPool({ kubernetesVersion: 'v1.32.4' }),
    says: `mothership/demo/workers: kubernetesVersion is "latest"
  allowed: a release with three numbers, such as "1.32.4"
  fix: write the version of the image, such as "1.32.4"`,
  },
  {
    rule: 'pool-version-newer',
    broken: withPool({ kubernetesVersion: '2.0.0' }),
    says: `mothership/demo/workers: kubernetesVersion is "2.0.0"
  allowed: 1.32, the minor of the control plane, or an older one
  fix: upgrade the control plane first, or leave kubernetesVersion out`,
  },
  {
    rule: 'pool-version-skew',
    broken: withPool({ kubernetesVersion: '0.32.4' }),
    says: `mothership/demo/workers: kubernetesVersion is "0.32.4"
  allowed: 1.31 to 1.32
  fix: use a release of 1.31 or newer, or leave kubernetesVersion out`,
  },
  {
    rule: 'pool-version-range',
    broken: withPool({ kubernetesVersion: '1.30.9' }),
    sound: withPool({ kubernetesVersion: '1.31.0' }),
    says: `mothership/demo/workers: kubernetesVersion is "1.30.9"
  allowed: 1.31 to 1.32 with Cluster API 1.14
  fix: use a release of 1.31 or newer, or leave kubernetesVersion out`,
  },
  {
    rule: 'kubernetes-range',
    broken: cluster({
      kubernetesVersion: '1.30.0',
      pools: [poolModel({ kubernetesVersion: '1.29.0' })],
    }),
    says: `mothership/demo: kubernetesVersion is "1.30.0"
  allowed: 1.31 to 1.36 with Cluster API 1.14
  fix: use a release of 1.31, or Providers.stable('1.13') for the management cluster`,
  },
  {
    rule: 'kubernetes-range',
    broken: cluster({ kubernetesVersion: '1.28.3' }),
    sound: cluster({ kubernetesVersion: '1.31.0' }),
    says: `mothership/demo: kubernetesVersion is "1.28.3"
  allowed: 1.31 to 1.36 with Cluster API 1.14
  fix: use a release of 1.31, or Providers.stable('1.10') for the management cluster`,
  },
  {
    rule: 'kubernetes-range',
    broken: cluster({ kubernetesVersion: '1.34.1', profile: profile('1.10') }),
    sound: cluster({ kubernetesVersion: '1.33.9', profile: profile('1.10') }),
    says: `mothership/demo: kubernetesVersion is "1.34.1"
  allowed: 1.27 to 1.33 with Cluster API 1.10
  fix: use a release of 1.33, or Providers.stable('1.14') for the management cluster`,
  },
  {
    rule: 'kubernetes-range',
    broken: cluster({ kubernetesVersion: '1.99.0' }),
    says: `mothership/demo: kubernetesVersion is "1.99.0"
  allowed: 1.31 to 1.36 with Cluster API 1.14
  fix: use a release of 1.36`,
  },
  {
    rule: 'pool-version-newer',
    broken: withPool({ kubernetesVersion: '1.33.0' }),
    sound: withPool({ kubernetesVersion: '1.32.0' }),
    says: `mothership/demo/workers: kubernetesVersion is "1.33.0"
  allowed: 1.32, the minor of the control plane, or an older one
  fix: upgrade the control plane first, or leave kubernetesVersion out`,
  },
  {
    rule: 'pool-version-skew',
    broken: withPool({ kubernetesVersion: '1.28.9' }, { profile: profile('1.10') }),
    sound: withPool({ kubernetesVersion: '1.29.0' }, { profile: profile('1.10') }),
    says: `mothership/demo/workers: kubernetesVersion is "1.28.9"
  allowed: 1.29 to 1.32
  fix: use a release of 1.29 or newer, or leave kubernetesVersion out`,
  },
  {
    rule: 'frozen-pool',
    broken: withPool({ kubernetesVersion: '1.31.4', autoscale: BOUNDS }),
    sound: withPool({ kubernetesVersion: '1.31.4' }),
    says: frozen('autoscale'),
  },
  {
    rule: 'frozen-pool',
    broken: withPool({ ...PREEMPTIBLE, autoscale: BOUNDS, kubernetesVersion: '1.31.4' }),
    sound: withPool({ healthCheck: CHECKED, kubernetesVersion: '1.31.4' }),
    says: frozen('autoscale and preemptible'),
  },
  {
    rule: 'frozen-pool',
    broken: withPool({ ...PREEMPTIBLE, kubernetesVersion: '1.31.4' }),
    sound: withPool({
      ...PREEMPTIBLE,
      kubernetesVersion: '1.31.4',
      deploymentAnnotations: { [SKIP]: 'All' },
    }),
    says: frozen('preemptible'),
  },
  {
    rule: 'frozen-pool',
    broken: withPool({
      kubernetesVersion: '1.31.4',
      autoscale: BOUNDS,
      deploymentAnnotations: { [SKIP]: 'ControlPlaneIsStable' },
    }),
    sound: withPool({
      kubernetesVersion: '1.31.4',
      autoscale: BOUNDS,
      deploymentAnnotations: { [SKIP]: 'ControlPlaneIsStable, KubeadmVersionSkew' },
    }),
    says: frozen('autoscale'),
  },
  {
    rule: 'kubernetes-range',
    broken: cluster({ kubernetesVersion: '1.27.0' }),
    says: `mothership/demo: kubernetesVersion is "1.27.0"
  allowed: 1.31 to 1.36 with Cluster API 1.14
  fix: use a release of 1.31, or Providers.stable('1.10') for the management cluster`,
  },
  {
    rule: 'kubernetes-range',
    broken: cluster({ kubernetesVersion: '1.36.0', profile: profile('1.10') }),
    says: `mothership/demo: kubernetesVersion is "1.36.0"
  allowed: 1.27 to 1.33 with Cluster API 1.10
  fix: use a release of 1.33, or Providers.stable('1.14') for the management cluster`,
  },
  {
    rule: 'frozen-pool',
    broken: withPool({ kubernetesVersion: '1.31.9', autoscale: BOUNDS }),
    sound: withPool({ kubernetesVersion: '1.32.0', autoscale: BOUNDS }),
    says: frozen('autoscale', '1.31.9'),
  },
];

function frozen(props: string, version = '1.31.4'): string {
  return `mothership/demo/workers: kubernetesVersion is "${version}"
  allowed: a release of 1.32, the minor of the control plane, in a pool with ${props}
  fix: leave kubernetesVersion out, or leave ${props} out until the pool is upgraded (until then, replicas keeps only existing machines); to create machines anyway, add annotations: { 'machineset.cluster.x-k8s.io/skip-preflight-checks': 'KubeadmVersionSkew' }`;
}
