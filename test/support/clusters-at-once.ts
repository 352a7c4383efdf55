import { strict as assert } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import { WorkloadCluster } from '../../constructs/index';
import type { Manifest } from '../../lib/base/manifest';
import { kubernetesOrSkip } from '../lab/needs';
import { type KubernetesLab, startManagementCluster } from '../lab/start';
import { memoryFleet } from './dev';
import { LabApi } from './lab-api';
import { conditionOf, type LivingObject } from './living-cluster';
import { at } from './rendering';

/** Machines of each cluster: three of the control plane and two of a pool. */
const MACHINES = 5;
const EVERY_SECONDS = 10;
/** Looks at the clusters between two looks at all machines, which are five times as many and larger. */
const LOOKS_PER_MACHINES = 6;
/** Times that an API server without an answer is asked. */
const MOST_TRIES = 5;
/** Time without another available cluster after which machines that nothing is made for will get nothing any more. */
const STUCK_SECONDS = 240;
/** Resident memory that no manager may reach, in MiB: a leak would, not a fleet of this size. */
const MOST_MEMORY = 2_048;
const SERVERS = /^(etcd|kube-)/;

/** Declares the suite of a number of clusters of one program that are applied at the same time. */
export function describeClustersAtOnce(count: number, minutes: number): void {
  describe(`${count} clusters of one program at once`, function () {
    this.timeout(minutes * 60_000);
    let lab: KubernetesLab;

    before(async function () {
      await kubernetesOrSkip(this);
      lab = await startManagementCluster();
    });

    after(() => lab?.stop());

    it('are all available, with every machine', async () => {
      const began = Date.now();
      const objects = program(count);
      const rendered = Date.now();
      await create(lab, objects);
      const created = Date.now();
      const times = await availability(lab, count, minutes * 60, created);

      const seconds = (from: number, to: number) => Math.round((to - from) / 1000);
      console.log(`      ${objects.length} objects rendered in ${rendered - began} ms,`);
      console.log(`      created in ${seconds(rendered, created)} s, half available after`);
      console.log(`      ${times[Math.floor(count / 2)]} s, all after ${times.at(-1)} s`);
      const machines = await list(lab, 'machines');
      const ready = machines.filter((machine) => isTrue(machine, 'Available'));
      assert.equal(ready.length, count * MACHINES);
    });

    it('cost what is printed, and no manager more than its bound', async () => {
      const memory = lab.memory();
      console.log(`      memory in MiB: ${JSON.stringify(memory)}`);
      console.log(`      objects in etcd: ${await storedObjects(lab)}`);
      const managers = Object.entries(memory).filter(([name]) => !SERVERS.test(name));

      assert.deepEqual(
        managers.filter(([, resident]) => resident > MOST_MEMORY),
        [],
      );
    });

    it('go away together', async () => {
      const began = Date.now();
      const all = ['delete', 'clusters', '--all', '-A', '--wait=false'];
      assert.equal((await lab.kubectl(all)).code, 0);
      while ((await list(lab, 'clusters,machines')).length > 0) await pause(EVERY_SECONDS * 1000);

      console.log(`      gone after ${Math.round((Date.now() - began) / 1000)} s`);
    });
  });
}

function program(count: number): readonly Manifest[] {
  const { management, cloud, startup } = memoryFleet();
  const clusters = Array.from({ length: count }, (_, index) => {
    const one = new WorkloadCluster(management, `c${String(index + 1).padStart(3, '0')}`, {
      cloud,
      kubernetesVersion: '1.32.4',
      controlPlane: { startup },
    });
    one.addNodePool('web', { startup, replicas: 2 });
    one.addNodePool('batch', { startup, autoscale: { minSize: 0, maxSize: 5 } });
    return one;
  });
  return clusters.flatMap((one) => one.render().map(({ object }) => object));
}

/** Makes objects as fast as the API server takes them: kubectl would send one after the other. */
async function create(lab: KubernetesLab, objects: readonly Manifest[]): Promise<void> {
  const api = new LabApi(lab.kubeconfig);
  const isNamespace = ({ kind }: Manifest) => kind === 'Namespace';
  const rest = objects.filter((object) => !isNamespace(object));
  for (const group of [objects.filter(isNamespace), rest]) {
    const answers = await Promise.all(group.map((one) => api.create(one, { dryRun: false })));
    const refused = answers.filter(({ status }) => status !== 201).map(({ body }) => body);
    assert.deepEqual(refused, []);
  }
  api.close();
}

/** Seconds from a time on until the first, second … cluster was available with all of its machines. */
async function availability(
  lab: KubernetesLab,
  count: number,
  seconds: number,
  since: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  let progress = 0;
  for (let look = 1; times.length < count; look += 1) {
    const passed = Math.round((Date.now() - since) / 1000);
    const clusters = await list(lab, 'clusters');
    const whole = clusters.filter((one) => isTrue(one, 'Available') && hasMachines(one));
    if (times.length < whole.length) progress = passed;
    while (times.length < whole.length) times.push(passed);
    assert.ok(passed < seconds, `${whole.length} of ${count} are available after ${passed} s`);
    if (times.length < count) await pause(EVERY_SECONDS * 1000);
    if (look % LOOKS_PER_MACHINES === 0) {
      console.log(`      ${times.length} of ${count} are available after ${passed} s`);
      if (passed - progress > STUCK_SECONDS) await endHalfMade(lab);
    }
  }
  return times;
}

/**
 * Deletes machines that were begun and have nothing behind them.
 *
 * Where its cache lags, the control plane's controller of 1.13 gives up between a Machine and what it is made of, and then
 * waits for that machine for ever; a person would do the same.
 */
async function endHalfMade(lab: KubernetesLab): Promise<void> {
  for (const machine of await list(lab, 'machines')) {
    const { name, namespace = '', creationTimestamp, deletionTimestamp } = machine.metadata;
    const message = String(at(conditionOf(machine, 'InfrastructureReady'), ['message']));
    const age = Date.now() - Date.parse(creationTimestamp);
    const isNew = age < STUCK_SECONDS * 1000 || deletionTimestamp !== undefined;
    if (isNew || !message.endsWith('does not exist')) continue;
    console.log(`      ${name} was begun and never made, and is deleted`);
    await lab.kubectl(['-n', namespace, 'delete', 'machine', name, '--wait=false']);
  }
}

function hasMachines(cluster: LivingObject): boolean {
  const counted = (group: string) => at(cluster, ['status', group, 'availableReplicas']);
  return Number(counted('controlPlane')) + Number(counted('workers')) === MACHINES;
}

function isTrue(object: LivingObject, type: string): boolean {
  return at(conditionOf(object, type), ['status']) === 'True';
}

/** Objects of some kinds; an API server that has hundreds of clusters to serve may not answer the first time. */
async function list(
  lab: KubernetesLab,
  kinds: string,
  tries = MOST_TRIES,
): Promise<readonly LivingObject[]> {
  const { code, stdout, stderr } = await lab.kubectl(['get', kinds, '-A', '-o', 'json']);
  if (code !== 0 && tries > 1) {
    console.log(`      asked again, as the API server says: ${stderr.trim()}`);
    await pause(EVERY_SECONDS * 1000);
    return await list(lab, kinds, tries - 1);
  }
  assert.equal(code, 0, stderr);
  const { items }: { items: LivingObject[] } = JSON.parse(stdout);
  return items;
}

/** Number of objects that the API server has stored. */
async function storedObjects(lab: KubernetesLab): Promise<number> {
  const { stdout } = await lab.kubectl(['get', '--raw', '/metrics']);
  const counts = [...stdout.matchAll(/^apiserver_storage_objects\{.*\} (\S+)$/gm)];
  return counts.reduce((total, [, number]) => total + Math.max(0, Number(number)), 0);
}
