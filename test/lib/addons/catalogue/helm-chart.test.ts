import assert from 'node:assert/strict';
import { Duration } from 'cdk8s';
import { load } from 'js-yaml';
import { Addon } from '../../../../constructs/addons/addon';
import type { AddonModel } from '../../../../lib/addons/model/addon';
import { renderCluster } from '../../../../lib/assembly/render-cluster';
import type { Manifest } from '../../../../lib/base/manifest';
import { Gpu } from '../../../../lib/cluster/model/gpu';
import { emitDocuments } from '../../../../lib/output/emit-yaml';
import { schemaSet, validateObject } from '../../../../lib/schema/validate';
import { described, member } from '../../../constructs/addons/described';
import { assertHolds } from '../../../support/assert-holds';
import { clusterModel, PROFILES, poolModel, profile } from '../../../support/models';

const PODINFO = {
  chart: 'podinfo',
  repository: 'https://charts.example.org',
  version: '6.9.2',
} as const;

describe('Addon.helmChart', () => {
  for (const [clusterApi, provider] of PROFILES) {
    it(`is a chart for one cluster alone under Cluster API ${clusterApi} with ${provider}`, () => {
      const versions = profile(clusterApi, provider, { helmAddonProvider: true });
      const addon = described(Addon.helmChart('info', { ...PODINFO, values: { replicas: 2 } }));
      const proxy = rendered(addon, versions);

      assert.deepEqual(proxy, {
        apiVersion: 'addons.cluster.x-k8s.io/v1alpha1',
        kind: 'HelmChartProxy',
        metadata: { name: 'demo-info', namespace: 'demo' },
        spec: {
          clusterSelector: { matchLabels: { 'capi-fleet/cluster': 'demo' } },
          repoURL: 'https://charts.example.org',
          chartName: 'podinfo',
          version: '6.9.2',
          releaseName: 'info',
          namespace: 'info',
          reconcileStrategy: 'Continuous',
          options: { install: { createNamespace: true } },
          valuesTemplate: 'replicas: 2\n',
        },
      });
      assert.deepEqual(validateObject(schemaSet(versions.schemas), proxy), []);
    });
  }

  it('takes names of a release and a namespace, and has no values where none are given', () => {
    const addon = described(
      Addon.helmChart('info', { ...PODINFO, releaseName: 'shown', namespace: 'apps' }),
    );

    assertHolds(member(rendered(addon), 'spec'), { releaseName: 'shown', namespace: 'apps' });
    assert.equal(member(rendered(addon), 'spec', 'valuesTemplate'), undefined);
  });

  it('hands flags to Helm, and marks the values with them so that they arrive', () => {
    const flags = { atomic: true, timeout: Duration.minutes(5), maxHistory: 3 };
    const addon = described(Addon.helmChart('info', { ...PODINFO, ...flags, values: { a: 1 } }));
    const other = described(
      Addon.helmChart('info', { ...PODINFO, atomic: true, values: { a: 1 } }),
    );
    const templates = [addon, other].map((one) => member(rendered(one), 'spec', 'valuesTemplate'));

    assert.deepEqual(member(rendered(addon), 'spec', 'options'), {
      install: { createNamespace: true },
      atomic: true,
      timeout: '5m0s',
      upgrade: { maxHistory: 3 },
    });
    assert.match(String(templates[0]), /^# options \w+\na: 1\n$/);
    assert.notEqual(templates[0], templates[1]);
  });

  it('lets Helm forget earlier values where there are none', () => {
    const addon = described(Addon.helmChart('info', { ...PODINFO, cleanupOnFail: true }));

    assert.deepEqual(member(rendered(addon), 'spec', 'options', 'upgrade'), {
      cleanupOnFail: true,
      resetValues: true,
    });
  });

  it('names the Secrets by which an OCI registry is reached', () => {
    const addon = described(
      Addon.helmChart('info', {
        ...PODINFO,
        repository: 'oci://registry.example.org/charts',
        credentials: { name: 'registry', key: 'config.json' },
        ca: { name: 'registry-ca', key: 'ca.crt' },
      }),
    );

    assertHolds(member(rendered(addon), 'spec'), {
      credentials: { secret: { name: 'registry' }, key: 'config.json' },
      tlsConfig: { caSecret: { name: 'registry-ca' } },
    });
  });

  it('prints braces that the provider would take for a template', () => {
    const addon = described(
      Addon.helmChart('info', { ...PODINFO, values: { message: 'Hello {{ .Values.name }}!' } }),
    );
    const template = String(member(rendered(addon), 'spec', 'valuesTemplate'));

    assert.equal(template, 'message: Hello {{ "{{" }} .Values.name }}!\n');
  });
});

describe('Addon.nvidiaGpuOperator', () => {
  it('installs everything on nodes of Linux, whatever their taints', () => {
    const addon = described(Addon.nvidiaGpuOperator());

    assert.equal(addon.offers, 'nvidia.com/gpu');
    assertHolds(member(rendered(addon), 'spec'), {
      chartName: 'gpu-operator',
      repoURL: 'https://helm.ngc.nvidia.com/nvidia',
      version: 'v25.3.0',
      releaseName: 'gpu-operator',
      namespace: 'gpu-operator',
    });
    assertHolds(valuesOf(addon), {
      driver: { enabled: true },
      toolkit: { enabled: true },
      daemonsets: { tolerations: [{ operator: 'Exists' }] },
      'node-feature-discovery': {
        master: { nodeSelector: { 'kubernetes.io/os': 'linux' } },
        gc: { nodeSelector: { 'kubernetes.io/os': 'linux' } },
        worker: {
          nodeSelector: { 'kubernetes.io/os': 'linux' },
          tolerations: [{ operator: 'Exists' }],
        },
      },
    });
  });

  it('leaves driver and toolkit to the image, and lays values over its own', () => {
    const addon = described(
      Addon.nvidiaGpuOperator({
        version: 'v25.10.1',
        repository: 'https://charts.example.org/nvidia',
        driver: false,
        toolkit: false,
        values: {
          driver: { version: '570' },
          toolkit: { enabled: true },
          daemonsets: { tolerations: [] },
        },
      }),
    );

    assertHolds(member(rendered(addon), 'spec'), {
      repoURL: 'https://charts.example.org/nvidia',
      version: 'v25.10.1',
    });
    assertHolds(valuesOf(addon), {
      driver: { enabled: false, version: '570' },
      toolkit: { enabled: true },
      daemonsets: { tolerations: [] },
    });
  });
});

function rendered(
  addon: AddonModel,
  versions = profile('1.14', undefined, { helmAddonProvider: true }),
): Manifest | undefined {
  const cluster = clusterModel({
    profile: versions,
    pools: [poolModel({ gpu: Gpu.nvidia({ count: 1 }).model })],
    addons: [addon],
  });
  const objects = renderCluster(cluster, { emitDocuments });
  const sets = objects.filter(({ object }) => object.kind === 'ClusterResourceSet');
  assert.equal(sets.length, addon.type === 'gpu-operator' ? 1 : 0);
  return objects.find(({ key }) => key === `addon/${addon.name}/helmChart`)?.object;
}

function valuesOf(addon: AddonModel): unknown {
  return load(String(member(rendered(addon), 'spec', 'valuesTemplate')));
}
