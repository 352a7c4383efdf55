import { strict as assert } from 'node:assert';
import fc from 'fast-check';

import type { Manifest } from '../../lib/base/manifest';
import { isServed } from '../lab/profiles';
import {
  type KubernetesLab,
  kubernetesOrSkip,
  type LabProfile,
  startKubernetes,
} from '../support/lab';
import { LabApi } from '../support/lab-api';
import { ON_CLOUDS } from '../support/random/on-clouds';
import { randomProgram, tryRender, type Versions } from '../support/random/random-program';
import { randomRuns } from '../support/random/random-runs';

const PROFILES: Readonly<Record<LabProfile, Versions>> = {
  'v1.10': ['1.10', '0.12'],
  'v1.13': ['1.13', '0.14'],
  'v1.14': ['1.14', '0.14'],
};
/** Namespaces in which random programs put their objects. */
const NAMESPACES = ['prod', 'fleet', 'demo'];
const PROGRAMS = 250;
/** Profiles whose management clusters can have the providers of other clouds. */
const WITH_OTHERS: readonly LabProfile[] = ['v1.13', 'v1.14'];
const PROGRAMS_ON_OTHERS = 100;

for (const [profile, versions] of Object.entries(PROFILES) as [LabProfile, Versions][]) {
  describe(`random legal programs with ${profile}`, () => {
    let lab: KubernetesLab;
    let api: LabApi;

    before(async function () {
      this.timeout(0);
      await kubernetesOrSkip(this, profile);
      lab = await startKubernetes(profile, { controllers: true });
      api = new LabApi(lab.kubeconfig);
      for (const name of NAMESPACES) {
        const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
        await api.create(namespace, { dryRun: false });
      }
    });

    after(async () => {
      api?.close();
      await lab?.stop();
    });

    it('are taken by API server and webhooks, without a warning', async function () {
      this.timeout(0);
      let taken = 0;

      await fc.assert(
        fc.asyncProperty(randomProgram({ versions, gates: false }), async (program) => {
          const objects = tryRender(program, versions);
          if (objects === undefined) return;
          await Promise.all(objects.map(({ object }) => isTaken(api, object)));
          taken += 1;
        }),
        randomRuns(PROGRAMS),
      );

      console.log(`      ${taken} programs`);
      assert.ok(taken > PROGRAMS / 3);
    });

    const others = ON_CLOUDS.filter(({ infrastructure }) => isServed(infrastructure));
    for (const { cloud, minor, programs, render } of WITH_OTHERS.includes(profile) ? others : []) {
      it(`on ${cloud} are taken by the API server, without a warning`, async function () {
        this.timeout(0);
        let taken = 0;

        await fc.assert(
          fc.asyncProperty(programs, async (program) => {
            const objects = render(program, [versions[0], minor]);
            if (objects === undefined) return;
            await Promise.all(objects.map((object) => isTaken(api, object)));
            taken += 1;
          }),
          randomRuns(PROGRAMS_ON_OTHERS),
        );

        console.log(`      ${taken} programs`);
        assert.ok(taken > PROGRAMS_ON_OTHERS / 3);
      });
    }
  });
}

async function isTaken(api: LabApi, object: Manifest): Promise<void> {
  const { kind, metadata } = object;
  if (kind === 'Namespace') return;
  const { status, warnings, body } = await api.create(object, { dryRun: true });
  assert.equal(status, 201, `${kind} ${metadata.name}: ${JSON.stringify(body)}`);
  assert.deepEqual(warnings, [], `${kind} ${metadata.name}`);
}
