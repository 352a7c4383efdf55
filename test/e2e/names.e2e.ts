import { strict as assert } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import { Providers } from '../../constructs/index';
import { emitDocuments } from '../../lib/output/emit-yaml';
import { testFleet } from '../support/fleets';
import { type KubernetesLab, kubernetesOrSkip, startKubernetes } from '../support/lab';

/** Without it machines of a pool wait for a control plane, of which nothing boots here. */
const AT_ONCE = { 'machineset.cluster.x-k8s.io/skip-preflight-checks': 'All' };
const LONG = 'c'.repeat(60);
/** Clusters and pools, of which the longest names fill what a label takes. */
const NAMES: readonly (readonly [cluster: string, pools: readonly string[]])[] = [
  ['prod', ['gpu-a100-preemptible', 'p'.repeat(58), '2xlarge']],
  [LONG, ['ww']],
];
const MOST_CHARACTERS = 63;
const TRIES = 60;

for (const release of ['v1.10', 'v1.13'] as const) {
  describe(`long names with ${release}`, () => {
    let lab: KubernetesLab;

    before(async function () {
      this.timeout(0);
      await kubernetesOrSkip(this, release);
      lab = await startKubernetes(release, { controllers: true });
    });

    after(() => lab?.stop());

    for (const [name, pools] of NAMES) {
      it(`of ${pools.length} pools of ${name} lead to machines`, async function () {
        this.timeout(0);
        const { cluster } = testFleet({ providers: Providers.stable(release.slice(1)) });
        const model = cluster(name);
        for (const pool of pools) {
          model.addNodePool(pool, { flavor: 'small', replicas: 1, annotations: AT_ONCE });
        }
        const objects = model.render().map(({ object }) => object);

        const options = ['--server-side', '--validate=strict', '-f', '-'];
        const { code, stderr } = await lab.kubectl(['apply', ...options], emitDocuments(objects));
        assert.equal(code, 0, stderr);
        const machines = await machinesOf(lab, name, pools.length);

        assert.equal(machines.length, pools.length);
        assert.ok(machines.every(({ length }) => length <= MOST_CHARACTERS));
      });
    }
  });
}

async function machinesOf(lab: KubernetesLab, namespace: string, count: number) {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { stdout } = await lab.kubectl(['get', 'machines', '-n', namespace, '-o', 'name']);
    const names = stdout.split('\n').flatMap((line) => line.split('/')[1] ?? []);
    if (names.length >= count) return names;
    await pause(1_000);
  }
  return [];
}
