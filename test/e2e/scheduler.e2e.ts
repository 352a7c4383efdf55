import { strict as assert } from 'node:assert';

import { type KubernetesLab, labOrSkip, startKubernetes } from '../support/lab';
import { startScheduler } from '../support/lab-scheduler';
import { until } from '../support/lab-stand-in';

const NODE = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'fresh', labels: { 'kubernetes.io/os': 'linux' } },
  spec: {
    taints: [
      { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' },
      { key: 'node.kubernetes.io/not-ready', effect: 'NoExecute' },
      { key: 'node.kubernetes.io/network-unavailable', effect: 'NoSchedule' },
      {
        key: 'node.cloudprovider.kubernetes.io/uninitialized',
        value: 'true',
        effect: 'NoSchedule',
      },
      { key: 'node.cluster.x-k8s.io/uninitialized', effect: 'NoSchedule' },
      { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' },
    ],
  },
  status: {
    capacity: { cpu: '4', memory: '8Gi', pods: '110' },
    allocatable: { cpu: '4', memory: '8Gi', pods: '110' },
    conditions: [{ type: 'Ready', status: 'False', reason: 'KubeletNotReady' }],
  },
};

/** Pod of the Calico Job as the library writes it. */
function calicoPod(): { metadata: object; spec: Record<string, unknown> } {
  return {
    metadata: {},
    spec: {
      hostNetwork: true,
      restartPolicy: 'Never',
      tolerations: [{ operator: 'Exists' }],
      containers: [{ name: 'install', image: 'registry.example/kubectl:1.32.4' }],
    },
  };
}

function pod(name: string, spec: Record<string, unknown>) {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'default' }, spec };
}

describe('kube-scheduler and a node that is neither ready nor initialised', () => {
  let lab: KubernetesLab;

  before(async function () {
    this.timeout(0);
    labOrSkip(this);
    lab = await startKubernetes('v1.10');
    await startScheduler(lab);
    await until(() => get(['serviceaccount', 'default']), 'service account');
    await create(NODE);
  });

  after(() => lab?.stop());

  it('gives the pod of the Calico Job to the node', async () => {
    await create(pod('calico', calicoPod().spec));

    const nodeName = await until(() => get(['pod', 'calico'], '{.spec.nodeName}'), 'node name');

    assert.equal(nodeName, 'fresh');
  });

  it('leaves the same pod pending without its tolerations', async () => {
    const { tolerations: _, ...spec } = calicoPod().spec;
    await create(pod('intolerant', spec));

    const event = await until(
      () =>
        get(
          ['events', '--field-selector', 'involvedObject.name=intolerant,reason=FailedScheduling'],
          '{.items[*].message}',
        ),
      'event',
    );

    assert.match(event, /0\/1 nodes are available.*untolerated taint/);
    assert.equal(await get(['pod', 'intolerant'], '{.spec.nodeName}'), '');
  });

  async function create(object: object): Promise<void> {
    const result = await lab.kubectl(['create', '-f', '-'], JSON.stringify(object));
    assert.equal(result.code, 0, result.stderr);
  }

  async function get(what: readonly string[], path = '{.metadata.name}'): Promise<string> {
    const result = await lab.kubectl(['get', ...what, '-o', `jsonpath=${path}`]);
    return result.stdout;
  }
});
