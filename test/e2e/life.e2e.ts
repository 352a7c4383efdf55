import { strict as assert } from 'node:assert';
import { Duration } from 'cdk8s';
import fc from 'fast-check';
import {
  type DevCloud,
  DrainBehavior,
  Fleet,
  type NodePoolProps,
  WorkloadCluster,
  type WorkloadClusterProps,
} from '../../constructs/index';
import { addFirstCluster } from '../../examples/laptop/first-cluster';
import type { Manifest } from '../../lib/base/manifest';
import { kubernetesOrSkip } from '../lab/needs';
import { type KubernetesLab, startManagementCluster } from '../lab/start';
import { memoryFleet } from '../support/dev';
import { LabApi } from '../support/lab-api';
import { conditionOf, LivingCluster } from '../support/living-cluster';
import { randomDevProgram, tryRenderDev } from '../support/random/dev-program';
import { at } from '../support/rendering';

const NAME = 'prod';
const OLD = '1.32.4';
const NEW = '1.33.2';
const MINUTES = 60_000;
const SEED = 20_261_130;
const PROGRAMS = 40;

type Pool = NodePoolProps<DevCloud>;

/** What the program of the cluster says at one time of its life. */
interface Program {
  readonly cluster?: Partial<WorkloadClusterProps<DevCloud>>;
  readonly web?: Pool;
  readonly batch?: Pool;
}

const AUTOSCALED: Pool = { autoscale: { minSize: 0, maxSize: 3 } };
const SLOWER: Program = { web: { startup: { vm: { duration: Duration.seconds(2) } } } };
/** Control plane first: pools stay behind, and one that stays behind is not the autoscaler's meanwhile. */
const UPGRADING: Program = {
  cluster: { kubernetesVersion: NEW },
  web: { ...SLOWER.web, kubernetesVersion: OLD },
  batch: { replicas: 2, kubernetesVersion: OLD },
};
const UPGRADED: Program = { ...SLOWER, cluster: { kubernetesVersion: NEW } };

describe('the laptop of the examples', function () {
  this.timeout(5 * MINUTES);
  let lab: KubernetesLab;

  before(async function () {
    this.timeout(0);
    await kubernetesOrSkip(this);
    lab = await startManagementCluster();
  });

  after(() => lab?.stop());

  it('is taken by the webhooks of its provider as containers', async () => {
    const [namespace, ...rest] = laptop('docker');
    assert.ok(namespace);
    await applyAll(lab, [namespace]);
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: rest });
    const how = ['--dry-run=server', '--validate=strict', '-f', '-'];
    const { code, stderr } = await lab.kubectl(['apply', ...how], list);

    assert.equal(code, 0, stderr);
    assert.equal(stderr, '');
  });

  for (const backend of ['docker', 'inMemory'] as const) {
    it(`is one of many programs that its webhooks take, on ${backend}`, async () => {
      const programs = fc.sample(randomDevProgram(backend), { seed: SEED, numRuns: PROGRAMS });
      const objects = programs.flatMap((one) => tryRenderDev(one, ['1.13', '1.13']) ?? []);
      const api = new LabApi(lab.kubeconfig);
      await applyAll(lab, [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod' } }]);
      const rest = objects.filter(({ object }) => object.kind !== 'Namespace');
      const answers = await Promise.all(
        rest.map(({ object }) => api.create(object, { dryRun: true })),
      );
      api.close();

      assert.ok(rest.length > PROGRAMS);
      assert.deepEqual(
        answers.filter(({ status }) => status !== 201).map(({ body }) => body),
        [],
      );
    });
  }

  it('comes up in memory, with nothing but another word', async () => {
    const cluster = new LivingCluster(lab, 'first');
    await cluster.apply(laptop('inMemory'));
    await cluster.settled();

    assert.equal((await cluster.machineNames()).length, 1);
    assert.equal((await cluster.machineNames('workers')).length, 2);
  });
});

// The tests are the life of one cluster, in order, under real controllers. Its machines, kubelets and
// API servers are answered from the memory of Cluster API's own test provider.
describe('the life of a cluster', function () {
  this.timeout(5 * MINUTES);
  let lab: KubernetesLab;
  let cluster: LivingCluster;
  let applied: readonly Manifest[] = [];

  before(async function () {
    this.timeout(0);
    await kubernetesOrSkip(this);
    lab = await startManagementCluster();
    cluster = new LivingCluster(lab, NAME);
  });

  after(async () => {
    if (lab === undefined) return;
    console.log(`      memory in MiB: ${JSON.stringify(lab.memory())}`);
    await lab.stop();
  });

  it('begins with three control-plane machines and two pools, one of them empty', async () => {
    await apply({});
    await cluster.settled();

    assert.deepEqual(await sizes(), { controlPlane: 3, web: 2, batch: 0 });
    assert.equal((await nodes()).length, 5);
  });

  it('scales a pool from zero as an autoscaler does, and keeps it when it is applied again', async () => {
    await cluster.kubectl('scale', 'machinedeployment/prod-batch', '--replicas=2');
    await cluster.settled();
    const scaled = await cluster.machineNames('batch');
    await apply({});
    await cluster.settled();

    assert.equal(scaled.length, 2);
    assert.deepEqual(await cluster.machineNames('batch'), scaled);
  });

  it('rolls the pool whose template has another name, and no other machine', async () => {
    const before = await everyMachine();
    const rolled = await apply(SLOWER);
    await cluster.settled();

    assert.deepEqual(rolled, ['prod-web']);
    assert.deepEqual(kept(before, await everyMachine()), { controlPlane: 3, web: 0, batch: 2 });
    assert.deepEqual(await sizes(), { controlPlane: 3, web: 2, batch: 2 });
  });

  it('has its control plane upgraded while pools stay', async () => {
    const before = await everyMachine();
    const rolled = await apply(UPGRADING);
    await cluster.settled();

    assert.deepEqual(rolled, ['prod-control-plane']);
    assert.deepEqual(kept(before, await everyMachine()), { controlPlane: 0, web: 2, batch: 2 });
    assert.deepEqual(await versions(), [OLD, NEW]);
  });

  it('has its pools follow, of which the autoscaled one keeps its size', async () => {
    const before = await everyMachine();
    const rolled = await apply(UPGRADED);
    await cluster.settled();

    assert.deepEqual(rolled, ['prod-batch', 'prod-web']);
    assert.deepEqual(kept(before, await everyMachine()), { controlPlane: 3, web: 0, batch: 0 });
    assert.deepEqual(await sizes(), { controlPlane: 3, web: 2, batch: 2 });
    assert.deepEqual(await versions(), [NEW]);
  });

  it('replaces the machine whose node is not ready for longer than the health check allows', async () => {
    const before = await cluster.machineNames('web');
    const sick = before[0] ?? '';
    const condition = { type: 'Ready', status: 'False', reason: 'KubeletNotReady' };
    const status = { status: { conditions: [condition] } };
    const patch = ['--type=merge', '-p', JSON.stringify(status)];
    await cluster.inside(['patch', 'node', sick, ...patch]);
    await cluster.until('the machine to be replaced', 120, async () => {
      const names = await cluster.machineNames('web');
      return names.length === 2 && !names.includes(sick);
    });
    await cluster.settled();

    const after = await cluster.machineNames('web');
    assert.deepEqual(
      before.filter((name) => after.includes(name)),
      before.slice(1),
    );
  });

  // A pod in memory is not evicted, and a job ends when the test removes it.
  it('waits for jobs before it evicts pods of a later order, and lets others stay', async () => {
    const [leaving = ''] = await cluster.machineNames('batch');
    await runPods(leaving, ['agent', 'database', 'job']);
    await cluster.kubectl('annotate', `machine/${leaving}`, 'cluster.x-k8s.io/delete-machine=yes');
    await cluster.kubectl('scale', 'machinedeployment/prod-batch', '--replicas=1');
    const message = await drainOf(leaving, 'default/job');
    await endPod('job');
    await cluster.until('the machine to go', 120, async () => {
      return !(await cluster.machineNames('batch')).includes(leaving);
    });
    await cluster.settled();

    assert.match(
      message,
      /Pod default\/job: waiting for completion\nAfter above .*: default\/database/,
    );
    assert.doesNotMatch(message, /agent/);
  });

  it('goes in order when its Cluster is deleted: workers, control plane, infrastructure', async () => {
    await cluster.kubectl('delete', 'cluster', NAME, '--wait=false');
    const seen: Readonly<Record<string, number>>[] = [];
    await cluster.until('the cluster to go', 240, async () => {
      const left = await countsLeft();
      seen.push(left);
      return Object.keys(left).length === 0;
    });

    const early = seen.filter(({ workers = 0, controlPlane }) => workers > 0 && controlPlane !== 3);
    assert.deepEqual(early, [], 'the control plane stays as long as workers');
    const gone = ['MachineDeployment', 'KubeadmControlPlane', 'DevCluster', 'Cluster'].map((kind) =>
      seen.findIndex((left) => left[kind] === undefined),
    );
    assert.deepEqual(
      gone,
      gone.toSorted((one, other) => one - other),
    );
  });

  // A MachineDrainRule belongs to no Cluster: one may select the machines of many.
  it('leaves its drain rules and namespace, which go with the manifests', async () => {
    const listable = ['--verbs=list', '--namespaced', '-o', 'name'];
    const kinds = (await cluster.kubectl('api-resources', ...listable))
      .split('\n')
      .filter((name) => /cluster\.x-k8s\.io|^secrets/.test(name));
    const left = async () => [
      ...new Set((await cluster.list(kinds.join())).map((one) => one.kind)),
    ];
    await cluster.until('what the Cluster owns to go', 60, async () => (await left()).length < 2);

    assert.deepEqual(await left(), ['MachineDrainRule']);
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: applied });
    const how = ['--ignore-not-found', '--timeout=120s', '-f', '-'];
    const { code, stderr } = await lab.kubectl(['delete', ...how], list);
    assert.equal(code, 0, stderr);
    assert.match((await lab.kubectl(['get', 'namespace', NAME])).stderr, /not found/);
  });

  /** Applies the manifests of a program, and returns what they roll: whatever asks for other machines than before. */
  async function apply(program: Program): Promise<readonly string[]> {
    const objects = manifests(program);
    const before = new Map(applied.map((object) => [nameOf(object), machineOf(object)]));
    const rolled = objects
      .filter((object) => machineOf(object) !== undefined && before.has(nameOf(object)))
      .filter((object) => before.get(nameOf(object)) !== machineOf(object))
      .map(({ metadata }) => metadata.name);
    await cluster.apply(objects);
    applied = objects;
    return rolled.sort();
  }

  async function sizes() {
    const all = await everyMachine();
    return {
      controlPlane: all.controlPlane.length,
      web: all.web.length,
      batch: all.batch.length,
    };
  }

  async function everyMachine() {
    return {
      controlPlane: await cluster.machineNames(),
      web: await cluster.machineNames('web'),
      batch: await cluster.machineNames('batch'),
    };
  }

  async function versions(): Promise<readonly unknown[]> {
    const machines = await cluster.list('machines');
    return [...new Set(machines.map((machine) => at(machine, ['spec', 'version'])))]
      .map((version) => String(version).slice(1))
      .sort();
  }

  async function nodes(): Promise<readonly string[]> {
    const text = await cluster.inside(['get', 'nodes', '-o', 'name']);
    return text.split('\n').filter((name) => name !== '');
  }

  async function runPods(node: string, apps: readonly string[]): Promise<void> {
    for (const app of apps) {
      const metadata = { name: app, namespace: 'default', labels: { app } };
      const spec = { nodeName: node, containers: [{ name: app, image: app }] };
      const pod = { apiVersion: 'v1', kind: 'Pod', metadata, spec };
      await cluster.inside(['create', '--validate=false', '-f', '-'], JSON.stringify(pod));
    }
  }

  /** Removes a pod as its kubelet would; the answer to a plain kubectl delete has no body that it could read. */
  async function endPod(name: string): Promise<void> {
    await cluster.inside(['delete', '--raw', `/api/v1/namespaces/default/pods/${name}`]);
  }

  /** What a machine says of its drain once it names a pod. */
  async function drainOf(machine: string, pod: string): Promise<string> {
    let message = '';
    await cluster.until(`${pod} to be named`, 90, async () => {
      const all = await cluster.machines('batch');
      const living = all.find(({ metadata }) => metadata.name === machine);
      message = String(at(conditionOf(living, 'Deleting'), ['message']));
      return message.includes(pod);
    });
    return message;
  }

  /** Number of machines of both roles that are left, and of the objects by kind. */
  async function countsLeft(): Promise<Readonly<Record<string, number>>> {
    const kinds = 'clusters,kubeadmcontrolplanes,machinedeployments,machines,devclusters';
    const counts: Record<string, number> = {};
    for (const { kind, metadata } of await cluster.list(kinds)) {
      const isControlPlane = metadata.name.startsWith(`${NAME}-control-plane`);
      const group = kind !== 'Machine' ? kind : isControlPlane ? 'controlPlane' : 'workers';
      counts[group] = (counts[group] ?? 0) + 1;
    }
    return counts;
  }
});

function manifests({ cluster: overrides = {}, web, batch }: Program): readonly Manifest[] {
  const { management, cloud, startup } = memoryFleet();
  const cluster = new WorkloadCluster(management, NAME, {
    cloud,
    kubernetesVersion: OLD,
    controlPlane: { startup },
    ...overrides,
  });
  const condition = { type: 'Ready', status: 'False', timeout: Duration.seconds(5) } as const;
  cluster.addNodePool('web', {
    startup,
    replicas: 2,
    healthCheck: { unhealthyConditions: [condition] },
    ...web,
  });
  cluster.addNodePool('batch', { startup, ...(batch ?? AUTOSCALED) });
  const pods = (app: string) => [{ selector: { matchLabels: { app } } }];
  cluster.addDrainRule('agents', { behavior: DrainBehavior.skip(), pods: pods('agent') });
  cluster.addDrainRule('databases', { behavior: DrainBehavior.drain(10), pods: pods('database') });
  cluster.addDrainRule('jobs', { behavior: DrainBehavior.waitCompleted(), pods: pods('job') });
  return cluster.render().map(({ object }) => object);
}

function laptop(backend: 'docker' | 'inMemory'): readonly Manifest[] {
  const cluster = addFirstCluster(new Fleet({ onSynth: () => undefined }), backend);
  return cluster.render().map(({ object }) => object);
}

async function applyAll(lab: KubernetesLab, objects: readonly Manifest[]): Promise<void> {
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  const { code, stderr } = await lab.kubectl(['apply', '--server-side', '-f', '-'], list);
  assert.equal(code, 0, stderr);
}

function nameOf({ kind, metadata }: Manifest): string {
  return `${kind}/${metadata.name}`;
}

/** What an object asks of its machines, as text; undefined where it has none. */
function machineOf(object: Manifest): string | undefined {
  if (object.kind === 'MachineDeployment') {
    return JSON.stringify(at(object, ['spec', 'template', 'spec']));
  }
  if (object.kind !== 'KubeadmControlPlane') return undefined;
  const { replicas: _, ...rest } = at(object, ['spec']) as { replicas: number };
  return JSON.stringify(rest);
}

/** How many of the machines that were there are there still. */
function kept(
  before: Readonly<Record<string, readonly string[]>>,
  after: Readonly<Record<string, readonly string[]>>,
) {
  return Object.fromEntries(
    Object.entries(before).map(([group, names]) => [
      group,
      names.filter((name) => after[group]?.includes(name)).length,
    ]),
  );
}
