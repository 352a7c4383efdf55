import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Manifest } from '../../lib/base/manifest';
import { type KubernetesLab, run } from './lab';
import { at, type Path } from './rendering';

/** Object as the API server has it. */
export interface LivingObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly creationTimestamp: string;
    readonly deletionTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

const POOL = 'cluster.x-k8s.io/deployment-name';
const CONTROL_PLANE = 'cluster.x-k8s.io/control-plane';
const SECONDS = 240;

/** Cluster that lives in a management cluster, in a namespace of its name. */
export class LivingCluster {
  constructor(
    private readonly lab: KubernetesLab,
    readonly name: string,
  ) {}

  /** Applies manifests as a GitOps engine does: on the server, with the fields that they have. */
  async apply(objects: readonly Manifest[]): Promise<void> {
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
    const how = ['--server-side', '--force-conflicts', '--field-manager=fleet', '-f', '-'];
    const { code, stderr } = await this.lab.kubectl(['apply', ...how], list);
    assert.equal(code, 0, stderr);
  }

  /** Runs kubectl in the cluster's namespace; it has to succeed. */
  async kubectl(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.lab.kubectl(['-n', this.name, ...args]);
    assert.equal(code, 0, stderr);
    return stdout;
  }

  /** Objects of some kinds. */
  async list(kinds: string): Promise<readonly LivingObject[]> {
    const { items }: { items: LivingObject[] } = JSON.parse(
      await this.kubectl('get', kinds, '-o', 'json'),
    );
    return items;
  }

  /** Machines of a pool, or those of the control plane. */
  async machines(pool?: string): Promise<readonly LivingObject[]> {
    const machines = await this.list('machines');
    return machines.filter(({ metadata: { labels = {} } }) =>
      pool === undefined ? CONTROL_PLANE in labels : labels[POOL] === `${this.name}-${pool}`,
    );
  }

  /** Names of the machines of a pool, or of the control plane, sorted. */
  async machineNames(pool?: string): Promise<readonly string[]> {
    return (await this.machines(pool)).map(({ metadata }) => metadata.name).sort();
  }

  /** Field of an object. */
  async field(resource: string, path: Path): Promise<unknown> {
    return at(JSON.parse(await this.kubectl('get', resource, '-o', 'json')), path);
  }

  /** Waits until every machine is the way its pool or control plane says, none is left over, and the Cluster is available. */
  async settled(seconds = SECONDS): Promise<void> {
    await this.until('the cluster to settle', seconds, async () => {
      return isSettled(
        await this.list('clusters,kubeadmcontrolplanes,machinedeployments,machinesets,machines'),
      );
    });
  }

  /** Waits for something. */
  async until(what: string, seconds: number, holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (!(await holds())) {
      if (Date.now() > end)
        throw new Error(`waited ${seconds} s for ${what}:\n${await this.told()}`);
      await pause(500);
    }
  }

  /** Runs kubectl as the administrator of the cluster itself; it has to succeed. */
  async inside(args: readonly string[], stdin?: string): Promise<string> {
    const secret = `secret/${this.name}-kubeconfig`;
    const kubeconfig = join(this.lab.state, `${this.name}.kubeconfig`);
    const encoded = String(await this.field(secret, ['data', 'value']));
    writeFileSync(kubeconfig, Buffer.from(encoded, 'base64'), { mode: 0o600 });
    const { code, stdout, stderr } = await run('kubectl', args, {
      env: { KUBECONFIG: kubeconfig, KUBECACHEDIR: join(this.lab.state, 'inside') },
      ...(stdin === undefined ? {} : { stdin }),
    });
    assert.equal(code, 0, stderr);
    return stdout;
  }

  private async told(): Promise<string> {
    const kinds = 'clusters,kubeadmcontrolplanes,machinedeployments,machines';
    const { stdout } = await this.lab.kubectl(['-n', this.name, 'get', kinds]);
    return stdout;
  }
}

/** Condition of an object, or undefined. */
export function conditionOf(object: unknown, type: string): unknown {
  const conditions = at(object, ['status', 'conditions']);
  if (!Array.isArray(conditions)) return undefined;
  return conditions.find((condition) => at(condition, ['type']) === type);
}

/** Whether the clusters among some objects are available, and have the machines that they ask for and no others. */
export function isSettled(objects: readonly LivingObject[]): boolean {
  const of = (kind: string) => objects.filter((object) => object.kind === kind);
  const sets = new Map(of('MachineSet').map((set) => [set.metadata.name, templateOf(set)]));
  const machines = of('Machine');
  const hasPool = (pool: LivingObject) => {
    const own = machines.filter(({ metadata: { labels = {} } }) => labels[POOL] === nameOf(pool));
    const isNew = ({ metadata: { labels = {} } }: LivingObject) =>
      sets.get(labels['cluster.x-k8s.io/set-name'] ?? '') === templateOf(pool);
    return own.length === at(pool, ['spec', 'replicas']) && own.every(isNew) && isUpToDate(pool);
  };
  const hasControlPlane = (owner: LivingObject) => {
    const version = at(owner, ['spec', 'version']);
    const own = machines.filter(({ metadata: { labels = {} } }) => CONTROL_PLANE in labels);
    return own.every((one) => at(one, ['spec', 'version']) === version) && isUpToDate(owner);
  };
  return (
    of('Cluster').every((one) => at(conditionOf(one, 'Available'), ['status']) === 'True') &&
    of('MachineDeployment').every(hasPool) &&
    of('KubeadmControlPlane').every(hasControlPlane)
  );
}

/** Version and templates that a pool or one of its sets makes machines from, as text. */
function templateOf(owner: LivingObject): string {
  const spec = at(owner, ['spec', 'template', 'spec']);
  const ways = [['version'], ['infrastructureRef', 'name'], ['bootstrap', 'configRef', 'name']];
  return ways.map((way) => at(spec, way)).join(' ');
}

function nameOf({ metadata }: LivingObject): string {
  return metadata.name;
}

/** Whether an owner of machines has seen its spec, and has what that asks for. */
function isUpToDate(owner: LivingObject): boolean {
  const wanted = at(owner, ['spec', 'replicas']);
  const counts = ['replicas', 'upToDateReplicas', 'availableReplicas'];
  return (
    at(owner, ['status', 'observedGeneration']) === at(owner, ['metadata', 'generation']) &&
    counts.every((count) => (at(owner, ['status', count]) ?? 0) === wanted)
  );
}
