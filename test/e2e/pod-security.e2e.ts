import { strict as assert } from 'node:assert';
import { Addon } from '../../constructs/index';
import { podViolations } from '../../lib/addons/rules/pod-security/evaluate-pod';
import type { Manifest } from '../../lib/base/manifest';
import { podSecurityLabels } from '../../lib/cluster/model/pod-security';
import { described } from '../constructs/addons/described';
import { type KubernetesLab, kubernetesOrSkip, startKubernetes } from '../support/lab';
import { until } from '../support/lab-stand-in';
import { clusterModel } from '../support/models';
import { lockedPod, POD_BREACHES } from '../support/pod-breaches';
import { podsIn } from '../support/pods';
import { rendered } from '../support/rendering';

const VERSION = 'v1.32';
const LEVELS = ['baseline', 'restricted'] as const;
/** Ports of hosts, probes and containers that the API server itself wants whole. */
const WHOLE = { image: 'web:1' };

// The API server's own admission is asked about the pods that our checks are tested with.
describe('Pod Security in an API server', () => {
  let lab: KubernetesLab;

  before(async function () {
    this.timeout(0);
    await kubernetesOrSkip(this);
    lab = await startKubernetes('v1.13');
    for (const level of LEVELS) await makeNamespace(level, level);
  });

  after(async () => lab?.stop());

  it('admits the pods that our checks admit, and refuses those that they refuse', async function () {
    this.timeout(600_000);
    const wrong: string[] = [];
    // The API server forgets this field, as its feature is not switched on.
    const known = POD_BREACHES.filter(([, , field]) => !field.endsWith('procMount'));
    for (const [, spec, field] of [...known, ['', lockedPod(), 'nothing'] as const]) {
      for (const level of LEVELS) {
        const whole = wholePod(spec);
        const ours = podViolations({ level, version: VERSION }, whole).length === 0;
        const { code, stderr } = await create(level, whole);
        if (code !== 0 && !stderr.includes('violates PodSecurity')) continue;
        if ((code === 0) !== ours) wrong.push(`${field} in ${level}: ${stderr}`);
      }
    }

    assert.deepEqual(wrong, []);
  });

  it('admits the cluster autoscaler in the namespace of its cluster', async () => {
    const addons = [described(Addon.clusterAutoscaler())];
    const objects = [...rendered(clusterModel({ addons })).values()];
    const namespace = objects.find(({ kind }) => kind === 'Namespace');
    const [autoscaler] = podsIn(objects);
    assert.ok(namespace !== undefined && autoscaler !== undefined);
    await apply(namespace);
    await ready('demo');
    const { serviceAccountName: _, ...spec } = autoscaler.pod;

    assert.deepEqual(await create('demo', spec), { code: 0, stderr: '' });
    const open = await create('demo', { ...spec, hostNetwork: true });
    assert.match(open.stderr, /violates PodSecurity "restricted:v1\.\d+": host namespaces/);
  });

  async function makeNamespace(name: string, level: (typeof LEVELS)[number]): Promise<void> {
    const labels = podSecurityLabels(level, VERSION);
    await apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
    await ready(name);
  }

  async function apply(object: Manifest): Promise<void> {
    const { code, stderr } = await lab.kubectl(['apply', '-f', '-'], JSON.stringify(object));
    assert.equal(code, 0, stderr);
  }

  /** Waits for the account that pods have. */
  async function ready(namespace: string): Promise<void> {
    const args = ['get', 'serviceaccount', 'default', '-n', namespace, '-o', 'name'];
    await until(async () => (await lab.kubectl(args)).stdout.trim(), 'an account');
  }

  async function create(namespace: string, spec: object) {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace }, spec };
    const args = ['create', '--dry-run=server', '-f', '-'];
    const { code, stderr } = await lab.kubectl(args, JSON.stringify(pod));
    return { code, stderr };
  }
});

function wholePod(spec: object): Readonly<Record<string, unknown>> {
  const { containers, initContainers, ...rest } = spec as Readonly<Record<string, unknown>>;
  const withImage = (list: unknown) =>
    Array.isArray(list) ? list.map((one: object) => ({ ...WHOLE, ...one })) : undefined;
  const first = withImage(initContainers);
  return {
    ...rest,
    containers: withImage(containers),
    ...(first === undefined ? {} : { initContainers: first }),
  };
}
