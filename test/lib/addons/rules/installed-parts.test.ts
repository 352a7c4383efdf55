import assert from 'node:assert/strict';
import type { AddonModel } from '../../../../lib/addons/model/addon';
import { installs } from '../../../../lib/addons/rules/installed-parts';
import type { Manifest } from '../../../../lib/base/manifest';
import { addonModel } from '../../../support/models';

type Row = readonly [
  what: string,
  addon: Partial<AddonModel>,
  part: Parameters<typeof installs>[1],
  is: boolean,
];

const ROWS: readonly Row[] = [
  ['the chart of Cilium', chart('cilium'), 'cni', true],
  ['the operator of Calico', chart('tigera-operator'), 'cni', true],
  ['the chart of something else', chart('cert-manager'), 'cni', false],
  ['the DaemonSet of Calico', runs('DaemonSet', 'calico-node', 'x:1'), 'cni', true],
  ['the DaemonSet of flannel', runs('DaemonSet', 'kube-flannel-ds', 'x:1'), 'cni', true],
  [
    'a plugin from a mirror under a name of its own',
    runs('DaemonSet', 'net', `r.example:5000/cilium/cilium:v1.17@sha256:${'ab'.repeat(32)}`),
    'cni',
    true,
  ],
  ['a plugin that runs no pods', runs('DaemonSet', 'calico-node', 'x:1', 0), 'cni', false],
  ['a Job of the name', runs('Job', 'cilium', 'cilium-cli:1'), 'cni', false],
  [
    'what goes on top of a plugin',
    runs('DaemonSet', 'kube-multus-ds', 'multus-cni:1'),
    'cni',
    false,
  ],
  ['the tool of a plugin', runs('Deployment', 'hubble-ui', 'cilium/hubble-ui:1'), 'cni', false],
  ['objects that run nothing', {}, 'cni', false],
  [
    'the chart of the cloud controller',
    chart('openstack-cloud-controller-manager'),
    'cloud-controller-manager',
    true,
  ],
  [
    'what runs beside the cloud controller',
    runs('Deployment', 'openstack-cloud-controller-manager-metrics', 'x:1'),
    'cloud-controller-manager',
    false,
  ],
  ['the chart of the autoscaler', chart('cluster-autoscaler'), 'cluster-autoscaler', true],
  [
    'Cilium in place of kube-proxy',
    chart('cilium', { kubeProxyReplacement: true }),
    'kube-proxy',
    true,
  ],
  [
    'Cilium beside kube-proxy',
    chart('cilium', { kubeProxyReplacement: false }),
    'kube-proxy',
    false,
  ],
  ['another chart with the value', chart('x', { kubeProxyReplacement: true }), 'kube-proxy', false],
  [
    'the settings of Cilium',
    carries({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'cilium-config' },
      data: { 'kube-proxy-replacement': 'true' },
    }),
    'kube-proxy',
    true,
  ],
  [
    'an approver of serving certificates',
    chart('kubelet-csr-approver'),
    'kubelet-csr-approver',
    true,
  ],
  ['a device plugin', chart('intel-device-plugins-gpu'), 'device-plugin', true],
];

describe('a part of a cluster', () => {
  for (const [what, addon, part, is] of ROWS) {
    it(`is ${is ? '' : 'not '}seen in ${what}`, () => {
      assert.equal(installs(addonModel(addon), part), is);
    });
  }

  it('is seen in texts that are carried', () => {
    const text = JSON.stringify(daemon('DaemonSet', 'cilium', 'x:1'));

    assert.ok(installs(addonModel({ carriedTexts: [`---\n${text}\n`] }), 'cni'));
  });
});

function chart(
  name: string,
  values: NonNullable<AddonModel['helmChart']>['values'] = {},
): Partial<AddonModel> {
  const version = '1.2.3';
  const repository = 'https://charts.example';
  const helmChart = {
    chart: name,
    repository,
    version,
    releaseName: 'it',
    namespace: 'it',
    values,
  };
  return { payload: [], helmChart };
}

function runs(kind: string, name: string, image: string, replicas?: number): Partial<AddonModel> {
  return carries(daemon(kind, name, image, replicas));
}

function carries(document: Manifest): Partial<AddonModel> {
  const entries = [{ key: 'x', documents: [document] }];
  return { payload: [{ kind: 'configMap', suffix: '', entries }] };
}

function daemon(kind: string, name: string, image: string, replicas?: number): Manifest {
  const template = { spec: { containers: [{ name: 'main', image }] } };
  const spec = { template, ...(replicas === undefined ? {} : { replicas }) };
  return { apiVersion: 'apps/v1', kind, metadata: { name }, spec };
}
