import assert from 'node:assert/strict';
import { Duration } from 'cdk8s';
import { Addon } from '../../../../constructs/addons/addon';
import { AutoscalerPlacement } from '../../../../lib/addons/catalogue/autoscaler-placement';
import type { ClusterAutoscalerOptions } from '../../../../lib/addons/catalogue/cluster-autoscaler';
import type { Manifest } from '../../../../lib/base/manifest';
import {
  delivered,
  described,
  find,
  member,
  parts,
  podSpec,
} from '../../../constructs/addons/described';
import { poolModel } from '../../../support/models';

const KUBECONFIG = 'apiVersion: v1\nkind: Config\nusers: [{name: fake}]\n';

function args(objects: readonly Manifest[]): readonly string[] {
  const list = member(podSpec(find(objects, 'Deployment')), 'containers', 0, 'args');
  return Array.isArray(list) ? list.map(String) : [];
}

function managed(options: ClusterAutoscalerOptions = {}): readonly Manifest[] {
  return described(Addon.clusterAutoscaler(options)).managementObjects;
}

const OPTION_ROWS: readonly (readonly [ClusterAutoscalerOptions, string])[] = [
  [{}, '--expander=least-waste'],
  [{ expander: 'priority' }, '--expander=priority'],
  [{ expander: ['least-waste', 'random'] }, '--expander=least-waste,random'],
  [{ scaleDownUnneededTime: Duration.minutes(5) }, '--scale-down-unneeded-time=5m0s'],
  [{ scaleDownUtilizationThreshold: 0 }, '--scale-down-utilization-threshold=0'],
  [{ balanceSimilarNodeGroups: true }, '--balance-similar-node-groups'],
  [{ extraArgs: { 'scale-down-delay-after-add': '5m' } }, '--scale-down-delay-after-add=5m'],
  [{ expander: 'random', extraArgs: { expander: 'price' } }, '--expander=price'],
];

describe('Addon.clusterAutoscaler', () => {
  it('runs in the management cluster and delivers nothing', () => {
    const model = described(Addon.clusterAutoscaler(), { name: 'prod', namespace: 'team' });
    assert.deepEqual(model.payload, []);
    assert.equal(model.autoscales, true);
    assert.deepEqual(
      model.managementObjects.map(({ kind, metadata }) => [
        kind,
        metadata.name,
        metadata.namespace,
      ]),
      ['ServiceAccount', 'Role', 'RoleBinding', 'Deployment'].map((kind) => [
        kind,
        'prod-autoscaler',
        'team',
      ]),
    );
    const given = args(model.managementObjects);
    for (const arg of [
      '--cloud-provider=clusterapi',
      '--kubeconfig=/etc/workload/value',
      '--clusterapi-cloud-config-authoritative',
      '--node-group-auto-discovery=clusterapi:namespace=team,clusterName=prod',
      '--leader-elect-resource-name=prod-autoscaler',
    ]) {
      assert.ok(given.includes(arg), arg);
    }
    assert.deepEqual(
      member(podSpec(find(model.managementObjects, 'Deployment')), 'volumes', 0, 'secret'),
      { secretName: 'prod-kubeconfig' },
    );
  });

  it('may do no more than size pools', () => {
    const text = JSON.stringify(find(managed(), 'Role'));
    assert.doesNotMatch(text, /secrets|leases|"\*"|"delete"|"create"/);
    assert.match(text, /machinedeployments\/scale/);
  });

  for (const [options, arg] of OPTION_ROWS) {
    it(`turns ${JSON.stringify(options)} into ${arg}`, () => {
      assert.ok(args(managed(options)).includes(arg));
    });
  }

  it('leaves out what the user leaves to the autoscaler', () => {
    assert.doesNotMatch(args(managed()).join(' '), /scale-down|balance/);
  });

  it('balances the zones of a pool that is over several, whatever Cinder calls them', () => {
    const failureDomains = ['az1', 'az2'];
    const pools = [poolModel({ autoscale: { minSize: 0, maxSize: 4 }, failureDomains })];
    const argsOf = (options: ClusterAutoscalerOptions) =>
      args(described(Addon.clusterAutoscaler(options), { pools }).managementObjects).join(' ');

    assert.match(
      argsOf({}),
      /--balance-similar-node-groups --balancing-ignore-label=topology\.cinder\.csi\.openstack\.org\/zone/,
    );
    assert.doesNotMatch(argsOf({ balanceSimilarNodeGroups: false }), /balanc/);
  });

  it('ranks every zone of a pool', () => {
    const failureDomains = ['az1', 'az2'];
    const autoscale = { minSize: 0, maxSize: 4, priority: 5 };
    const model = described(Addon.clusterAutoscaler({ expander: 'priority' }), {
      pools: [poolModel({ autoscale, failureDomains })],
    });

    assert.match(
      String(member(find(delivered(model), 'ConfigMap'), 'data', 'priorities')),
      /\/demo-workers-az1\$\n {2}- .*\/demo-workers-az2\$/,
    );
  });

  it('delivers the ranks of pools, those without one last', () => {
    const pools = [
      poolModel({ name: 'spot', autoscale: { minSize: 0, maxSize: 2, priority: 20 } }),
      poolModel({ name: 'cheap', autoscale: { minSize: 0, maxSize: 2, priority: 20 } }),
      poolModel({ name: 'gpu', autoscale: { minSize: 0, maxSize: 2, priority: 5 } }),
      poolModel({ name: 'other', autoscale: { minSize: 0, maxSize: 2 } }),
    ];
    const model = described(Addon.clusterAutoscaler({ expander: 'priority' }), {
      namespace: 'team',
      pools,
    });

    assert.deepEqual(model.expander, ['priority']);
    assert.deepEqual(find(delivered(model), 'ConfigMap'), {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'cluster-autoscaler-priority-expander', namespace: 'kube-system' },
      data: {
        priorities: `20:
  - ^MachineDeployment/team/demo-spot$
  - ^MachineDeployment/team/demo-cheap$
5:
  - ^MachineDeployment/team/demo-gpu$
0:
  - .*
`,
      },
    });
  });

  const releases = [
    ['1.29.1', '1.29.0'],
    ['1.30.2', '1.30.7'],
    ['1.31.2', '1.31.5'],
    ['v1.32.4', '1.32.7'],
    ['1.33.0', '1.33.1'],
    ['1.34.1', '1.34.0'],
    ['1.35.1', '1.35.0'],
    ['1.36.0', '1.36.1'],
  ];
  for (const [kubernetesVersion = '', version = ''] of releases) {
    it(`is ${version} for Kubernetes ${kubernetesVersion}`, () => {
      const model = described(Addon.clusterAutoscaler(), { kubernetesVersion });
      assert.equal(model.version, version);
      assert.match(
        JSON.stringify(model.managementObjects),
        new RegExp(`cluster-autoscaler:v${version}["@]`),
      );
    });
  }

  it('runs in the workload cluster with a kubeconfig that the user brings', () => {
    const placement = AutoscalerPlacement.workloadCluster({ kubeconfigSecret: 'mine' });
    const model = described(Addon.clusterAutoscaler({ placement, version: 'v1.32.0' }));
    assert.deepEqual(parts(model), ['existing mine', 'configMap ']);
    assert.deepEqual(model.managementObjects, []);
    assert.equal(model.plaintextCredentials, false);
    assert.equal(model.version, '1.32.0');
    assert.ok(args(delivered(model)).includes('--cloud-config=/etc/management/value'));
    assert.match(JSON.stringify(find(delivered(model), 'Role')), /leases/);
    assert.match(JSON.stringify(delivered(model)), /autoscaling\/cluster-autoscaler:v1\.32\.0"/);
  });

  it('runs in the workload cluster with a kubeconfig in plain text', () => {
    const placement = AutoscalerPlacement.workloadClusterWithPlaintextKubeconfig({
      kubeconfig: KUBECONFIG,
    });
    const model = described(Addon.clusterAutoscaler({ placement }));
    assert.deepEqual(parts(model), ['secret kubeconfig', 'configMap ']);
    assert.equal(model.plaintextCredentials, true);
    const secret = find(delivered(model), 'Secret', 'management-kubeconfig');
    assert.deepEqual(member(secret, 'stringData'), { value: KUBECONFIG });
  });

  it('takes no argument twice', () => {
    const given = args(managed({ extraArgs: { expander: 'random' } }));
    assert.deepEqual(
      given.filter((arg) => arg.startsWith('--expander')),
      ['--expander=random'],
    );
  });
});
