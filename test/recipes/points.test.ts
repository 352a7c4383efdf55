import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapAt, mapsAt, valueAt } from '../../lib/base/value-at';
import { askForText } from '../../lib/cli/program';
import type { FleetImages } from '../../lib/output/fleet-images';
import type { SecretsJson } from '../../lib/output/secrets-json';
import { foreignHosts } from '../support/foreign-hosts';
import { ROOT } from '../support/import-graph';
import { inFolder } from '../support/in-folder';
import {
  objectOf,
  objectsOfKind,
  objectsOfRecipe,
  type RecipeObject,
  recipeFile,
  recipeText,
  runProgram,
  treeOfRecipe,
} from '../support/recipes';

describe('recipe oidc', () => {
  const CONFIGURATION = '/etc/kubernetes/authentication/config.yaml';

  it('gives the API server its configuration of issuers', () => {
    const spec = mapAt(objectOf('oidc', 'KubeadmControlPlane'), 'spec', 'kubeadmConfigSpec');
    const args = mapsAt(spec, 'clusterConfiguration', 'apiServer', 'extraArgs').map(([arg]) => arg);
    const files = mapsAt(spec, 'files').map(([{ path }]) => path);

    assert.ok(
      args.some(({ name, value }) => name === 'authentication-config' && value === CONFIGURATION),
    );
    assert.ok(files.includes(CONFIGURATION));
  });

  it('binds roles only to names with the prefix of an issuer', () => {
    const issuers = mapsAt(objectOf('oidc', 'AuthenticationConfiguration'), 'jwt');
    const prefixes = issuers.map(([jwt]) => String(mapAt(jwt, 'claimMappings', 'username').prefix));
    const bindings = ['platform', 'developers', 'deployment'].flatMap((name) => [
      ...objectsOfKind('oidc', 'ClusterRoleBinding', name),
      ...objectsOfKind('oidc', 'RoleBinding', name),
    ]);
    const subjects = bindings.flatMap((one) => mapsAt(one, 'subjects').map(([{ name }]) => name));

    assert.deepEqual(prefixes, ['staff:', 'ci:']);
    assert.equal(subjects.length, 3);
    for (const name of subjects) {
      assert.ok(
        prefixes.some((prefix) => String(name).startsWith(prefix)),
        String(name),
      );
    }
  });
});

describe('recipe gpu', () => {
  for (const [pool, count] of [
    ['inference', '1'],
    ['training', '4'],
  ] as const) {
    it(`taints the nodes of the pool ${pool} and tells the autoscaler how many GPUs they have`, () => {
      const taints = taintsOf('gpu', new RegExp(`^research-${pool}-`));
      const { annotations } = mapAt(
        objectOf('gpu', 'MachineDeployment', `research-${pool}`),
        'metadata',
      );

      assert.deepEqual(taints, [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }]);
      assert.equal(
        valueAt(annotations, 'capacity.cluster-autoscaler.kubernetes.io/gpu-count'),
        count,
      );
    });
  }

  it('needs no more GPUs in a rollout than the pools have', () => {
    const rollouts = ['inference', 'training'].map((pool) =>
      mapAt(
        objectOf('gpu', 'MachineDeployment', `research-${pool}`),
        'spec',
        'rollout',
        'strategy',
      ),
    );

    for (const { rollingUpdate } of rollouts) {
      assert.deepEqual(rollingUpdate, { maxSurge: 0, maxUnavailable: 1 });
    }
  });

  it('leaves other nodes without a taint', () => {
    assert.deepEqual(taintsOf('gpu', /^research-general-/), []);
  });
});

describe('recipe windows', () => {
  it('keeps pods of Linux off Windows nodes', () => {
    const sets = objectsOfKind('windows', 'DaemonSet').filter(
      (one) => mapAt(one, 'metadata').name !== 'kube-proxy-windows',
    );

    assert.deepEqual(taintsOf('windows', /^office-win-/), [
      { key: 'os', value: 'windows', effect: 'NoSchedule' },
    ]);
    assert.ok(sets.length > 0);
    for (const set of sets) {
      const selector = mapAt(podOf(set), 'nodeSelector');
      const isOnLinux =
        selector['kubernetes.io/os'] === 'linux' ||
        'node-role.kubernetes.io/control-plane' in selector;
      assert.ok(isOnLinux, String(mapAt(set, 'metadata').name));
    }
  });

  it('runs kube-proxy for Windows on Windows only, as a host process', () => {
    const pod = podOf(objectOf('windows', 'DaemonSet', 'kube-proxy-windows'));

    assert.deepEqual(pod.nodeSelector, { 'kubernetes.io/os': 'windows' });
    assert.equal(mapAt(pod, 'securityContext', 'windowsOptions').hostProcess, true);
  });

  it('gives Calico the addresses that the cluster has', () => {
    const { valuesTemplate } = mapAt(objectOf('windows', 'HelmChartProxy'), 'spec');
    const cluster = mapAt(objectOf('windows', 'Cluster'), 'spec', 'clusterNetwork');
    const endpoint = mapAt(objectOf('windows', 'OpenStackCluster'), 'spec').apiServerFloatingIP;

    for (const address of [
      ...[mapAt(cluster, 'services').cidrBlocks].flat(),
      ...[mapAt(cluster, 'pods').cidrBlocks].flat(),
      endpoint,
    ]) {
      assert.ok(
        String(valuesTemplate).includes(`: ${address}\n`) || listed(valuesTemplate, address),
      );
    }
  });

  it('runs kube-proxy of the version of the cluster', () => {
    const proxy = objectOf('windows', 'DaemonSet', 'kube-proxy-windows');
    const { version } = mapAt(objectOf('windows', 'KubeadmControlPlane'), 'spec');
    const [[container = {}] = []] = mapsAt(podOf(proxy), 'containers');

    assert.match(String(container.image), new RegExp(`:${version}-calico-hostprocess$`));
  });
});

describe('recipe spot', () => {
  it('asks for spot instances in the pools for batch work only', () => {
    const markets = objectsOfKind('spot', 'AWSMachineTemplate').map((template) => [
      String(mapAt(template, 'metadata').name).replace(/-[0-9a-f]{8}$/, ''),
      mapAt(template, 'spec', 'template', 'spec').marketType,
    ]);

    assert.deepEqual(Object.fromEntries(markets), {
      'batch-control-plane': undefined,
      'batch-fallback': undefined,
      'batch-spot-m5': 'Spot',
      'batch-spot-m6a': 'Spot',
      'batch-spot-m6i': 'Spot',
      'batch-steady': undefined,
    });
  });

  it('lets pods that tolerate a spot node run on the fallback too', () => {
    const spot = taintsOf('spot', /^batch-spot-m6i-/);

    assert.equal(spot.length, 1);
    assert.deepEqual(taintsOf('spot', /^batch-fallback-/), spot);
  });

  it('replaces interrupted machines, whatever their number', () => {
    const checks = objectsOfKind('spot', 'MachineHealthCheck', /^batch-(spot|fallback)-/);

    assert.equal(checks.length, 4 * 3);
    for (const check of checks) {
      const { unhealthyLessThanOrEqualTo } = mapAt(check, 'spec', 'remediation', 'triggerIf');
      assert.equal(unhealthyLessThanOrEqualTo, '100%');
    }
  });

  it('has the termination handler on spot nodes', () => {
    const deployment = objectOf('spot', 'MachineDeployment', /^batch-spot-m5-.*a$/);
    const { labels } = mapAt(deployment, 'spec', 'template', 'metadata');
    const { valuesTemplate } = mapAt(objectOf('spot', 'HelmChartProxy'), 'spec');

    assert.equal(valueAt(labels, 'node.cluster.x-k8s.io/preemptible'), 'true');
    assert.match(
      String(valuesTemplate),
      /nodeSelector:\n +node\.cluster\.x-k8s\.io\/preemptible: 'true'/,
    );
  });
});

describe('recipe air-gap', () => {
  it('pulls every image from the mirror, in the management cluster too', async () => {
    const { images } = await answer<FleetImages>('air-gap', 'images');
    const pulls = images.flatMap((image) => image.pulls);

    assert.deepEqual([...new Set(pulls.flatMap(({ from }) => from))], ['registry.corp.example']);
    assert.deepEqual([...new Set(pulls.map(({ kind }) => kind))].sort(), [
      'management',
      'workload',
    ]);
  });

  it('connects to servers of the site only', () => {
    const registries = ['docker.io', 'ghcr.io', 'quay.io'];
    const names = ['k8s.control', 'k8s.worker', 'metadata.namespace'];
    const known = ['corp.example', ...registries, ...names];
    const foreign = Object.values(treeOfRecipe('air-gap')).flatMap((text) =>
      foreignHosts(text, known),
    );

    assert.deepEqual(foreign, []);
  });
});

describe('recipe no-octavia', () => {
  it('asks for no load balancer', () => {
    const { apiServerLoadBalancer } = mapAt(objectOf('no-octavia', 'OpenStackCluster'), 'spec');
    const { data } = objectOf('no-octavia', 'ConfigMap', 'cloud-config');

    assert.equal(apiServerLoadBalancer, undefined);
    assert.match(String(mapAt({ data }, 'data')['cloud.conf']), /\[LoadBalancer\]\nenabled=false/);
  });

  it('lets machines send from the addresses that kube-vip and MetalLB hold', () => {
    const { controlPlaneEndpoint } = mapAt(objectOf('no-octavia', 'OpenStackCluster'), 'spec');
    const { addresses } = mapAt(objectOf('no-octavia', 'IPAddressPool'), 'spec');
    const kubeVip = objectOf('no-octavia', 'Pod', 'kube-vip');

    assert.deepEqual(pairsOf(/^plant-control-plane-/), [
      mapAt({ controlPlaneEndpoint }, 'controlPlaneEndpoint').host,
    ]);
    assert.deepEqual(pairsOf(/^plant-workers-/), addresses);
    assert.ok(JSON.stringify(kubeVip).includes('"10.40.3.250"'));
  });

  function pairsOf(template: RegExp): readonly unknown[] {
    const machine = objectOf('no-octavia', 'OpenStackMachineTemplate', template);
    const ports = mapsAt(machine, 'spec', 'template', 'spec', 'ports');
    return ports.flatMap(([port]) =>
      mapsAt(port, 'allowedAddressPairs').map(([{ ipAddress }]) => ipAddress),
    );
  }
});

describe('recipe many-tenants', () => {
  it('lets only namespaces of a tenant use its identity', () => {
    const wanted = { physics: ['physics-prod', 'physics-test'], library: ['library-prod'] };
    for (const [tenant, names] of Object.entries(wanted)) {
      const identity = objectOf('many-tenants', 'OpenStackClusterIdentity', tenant);
      const { matchLabels } = mapAt(identity, 'spec', 'namespaceSelector');
      const namespaces = objectsOfKind('many-tenants', 'Namespace').filter(
        (one) => mapAt(one, 'metadata', 'labels')['example.org/tenant'] === tenant,
      );

      assert.deepEqual(matchLabels, { 'example.org/tenant': tenant });
      assert.deepEqual(namespaces.map((one) => mapAt(one, 'metadata').name).sort(), names);
    }
  });

  it('lets tenants read no Secrets', () => {
    const rules = objectsOfKind('many-tenants', 'Role', 'tenant-viewers').flatMap((role) =>
      mapsAt(role, 'rules').map(([rule]) => rule),
    );

    assert.equal(rules.length, 3);
    for (const { apiGroups, verbs } of rules) {
      assert.ok(Array.isArray(apiGroups) && !apiGroups.includes('') && !apiGroups.includes('*'));
      assert.deepEqual(verbs, ['get', 'list', 'watch']);
    }
  });

  it('gets a cluster by one row, and keeps the bytes of all others', () =>
    inFolder((folder) => {
      const row =
        "{ name: 'library-test', tenant: 'library', number: 3, kubernetesVersion: '1.34.2', maxWorkers: 1 },";
      const text = recipeText('many-tenants');
      const more = text.replace('CLUSTERS: readonly Row[] = [', (found) => `${found}\n  ${row}`);
      const file = join(folder, 'fleet.ts');
      writeFileSync(file, more);
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));

      const written = runProgram(file);

      const before = Object.entries(treeOfRecipe('many-tenants'));
      assert.notEqual(more, text);
      assert.deepEqual(
        before.filter(([name, bytes]) => written[name] !== bytes).map(([name]) => name),
        ['control/kustomization.yaml', 'control/tenant-access.k8s.yaml'],
      );
      assert.ok('control/library-test/cluster.yaml' in written);
    }));
});

describe('recipe external-secrets', () => {
  it('has a source for every Secret in the management cluster', async () => {
    const { secrets } = await answer<SecretsJson>('external-secrets', 'secrets');

    assert.equal(secrets.length, 5);
    for (const { name, writtenBy } of secrets) assert.equal(writtenBy, 'ExternalSecret', name);
  });

  it('writes ExternalSecrets and no Secret', () => {
    const top = Object.values(treeOfRecipe('external-secrets')).join('\n---\n');
    const sources = objectsOfKind('external-secrets', 'ExternalSecret');

    assert.doesNotMatch(top, /^kind: Secret$/m);
    assert.deepEqual(sources.map((one) => mapAt(one, 'metadata').name).sort(), [
      'shop-backup',
      'shop-cloud-config',
      'shop-cloud-credentials',
      'shop-encryption',
      'shop-harbor',
    ]);
  });

  it('opens the store to the namespace of the cluster only', () => {
    const [[condition] = []] = mapsAt(
      objectOf('external-secrets', 'ClusterSecretStore'),
      'spec',
      'conditions',
    );
    const namespaces = objectsOfRecipe('external-secrets')
      .filter(({ kind }) => kind === 'ExternalSecret')
      .map((one) => mapAt(one, 'metadata').namespace);

    assert.deepEqual(condition?.namespaces, [...new Set(namespaces)]);
  });
});

/** Taints of the nodes that join with a template. */
function taintsOf(recipe: string, template: RegExp): readonly unknown[] {
  const object = objectOf(recipe, 'KubeadmConfigTemplate', template);
  const way = ['spec', 'template', 'spec', 'joinConfiguration', 'nodeRegistration', 'taints'];
  return mapsAt(object, ...way).map(([taint]) => taint);
}

function podOf(workload: RecipeObject): RecipeObject {
  return mapAt(workload, 'spec', 'template', 'spec');
}

function listed(text: unknown, item: unknown): boolean {
  return String(text).includes(`- ${item}\n`);
}

/** What the command line answers about a recipe. */
async function answer<T>(recipe: string, command: 'images' | 'secrets'): Promise<T> {
  const asked = { command, json: true, selection: {} } as const;
  return JSON.parse((await askForText(recipeFile(recipe), asked)) ?? '{}') as T;
}
