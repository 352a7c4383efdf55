import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { type KubernetesLab, kubernetesOrSkip, startKubernetes } from '../support/lab';
import { kustomizations, synthExample } from '../support/lab-examples';
import { type KubernetesObject, type PodSpec, payloadOf } from '../support/lab-payload';
import { startScheduler } from '../support/lab-scheduler';
import { until } from '../support/lab-stand-in';

const NAMESPACE = 'kube-system';
const NODE = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: 'fresh',
    labels: { 'kubernetes.io/os': 'linux', 'node-role.kubernetes.io/control-plane': '' },
  },
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

describe('kube-scheduler and a node that is neither ready nor initialised', () => {
  let lab: KubernetesLab;
  let payload: KubernetesObject[];

  before(async function () {
    this.timeout(0);
    await kubernetesOrSkip(this);
    payload = await homelabPayload();
    lab = await startKubernetes('v1.10');
    await startScheduler(lab);
    await create(NODE);
    for (const object of payload.filter(({ kind }) => kind === 'ServiceAccount')) {
      await create(object);
    }
  });

  after(() => lab?.stop());

  for (const [name, kind] of [
    ['Calico Job', 'Job'],
    ['cloud controller manager', 'DaemonSet'],
  ] as const) {
    it(`gives the node a pod of the ${name}`, async () => {
      const pod = kind.toLowerCase();
      await create(podOf(pod, specOf(kind)));

      assert.equal(await until(() => get(['pod', pod], '{.spec.nodeName}'), 'a node'), 'fresh');
    });

    it(`lets the pod of the ${name} stay for as long as that takes`, async () => {
      const seconds =
        '{.spec.tolerations[?(@.key=="node.kubernetes.io/not-ready")].tolerationSeconds}';

      assert.equal(await get(['pod', kind.toLowerCase()], seconds), '');
    });

    it(`leaves a pod of the ${name} pending without its tolerations`, async () => {
      const { tolerations, ...spec } = specOf(kind);
      const pod = `intolerant-${kind.toLowerCase()}`;
      await create(podOf(pod, spec));

      const failure = `involvedObject.name=${pod},reason=FailedScheduling`;
      const read = () => get(['events', '--field-selector', failure], '{.items[*].message}');
      const message = await until(read, 'an event');

      assert.notEqual(tolerations, undefined);
      assert.match(message, /0\/1 nodes are available.*untolerated taint/);
      assert.equal(await get(['pod', pod], '{.spec.nodeName}'), '');
    });
  }

  function specOf(kind: string): PodSpec {
    const spec = payload.find((object) => object.kind === kind)?.spec?.template?.spec;
    assert.ok(spec !== undefined, `there is a ${kind}`);
    return spec;
  }

  async function create(object: object): Promise<void> {
    const result = await lab.kubectl(['create', '-f', '-'], JSON.stringify(object));
    assert.equal(result.code, 0, result.stderr);
  }

  async function get(what: readonly string[], path: string): Promise<string> {
    const args = ['get', '-n', NAMESPACE, ...what, '-o', `jsonpath=${path}`];
    return (await lab.kubectl(args)).stdout;
  }
});

async function homelabPayload(): Promise<KubernetesObject[]> {
  const { work, out, result } = await synthExample('homelab', 'v1.10');
  assert.equal(result.code, 0, result.stderr);
  const { clusters } = kustomizations(out);
  const payload = clusters.flatMap((folder) => payloadOf(join(folder, 'addons.yaml')));
  rmSync(work, { recursive: true, force: true });
  return payload;
}

function podOf(name: string, spec: PodSpec) {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: NAMESPACE }, spec };
}
