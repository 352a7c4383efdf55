import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type KubernetesLab, type LabProfile, labOrSkip, startKubernetes } from '../support/lab';

const SETS: readonly { profile: LabProfile; controllers: boolean; example: string }[] = [
  { profile: 'v1.10', controllers: true, example: 'v1beta1.yaml' },
  { profile: 'v1.13', controllers: true, example: 'v1beta2.yaml' },
  { profile: 'v1.14', controllers: true, example: 'v1beta2.yaml' },
];

const DRY_RUN = ['apply', '--dry-run=server', '--validate=strict', '-f', '-'];

for (const { profile, controllers, example } of SETS) {
  describe(`lab ${profile}`, () => {
    let lab: KubernetesLab;
    let manifest: string;

    before(async function () {
      this.timeout(0);
      const folder = labOrSkip(this);
      manifest = readFileSync(join(folder, 'kubernetes/examples', example), 'utf8');
      lab = await startKubernetes(profile, { controllers });
    });

    after(() => lab?.stop());

    it('accepts its own example without a warning', async () => {
      const result = await lab.kubectl(DRY_RUN, manifest);

      assert.equal(result.stderr, '');
      assert.equal(result.code, 0);
      assert.equal(
        result.stdout.trim().split('\n').length,
        manifest.split('\n').filter((line) => line.startsWith('kind: ')).length,
      );
    });

    it('refuses a field that no schema has', async () => {
      const result = await lab.kubectl(DRY_RUN, manifest.replace('spec:', 'spec:\n  colour: blue'));

      assert.match(result.stderr, /unknown field "spec\.colour"/);
      assert.notEqual(result.code, 0);
    });

    it('refuses by webhook a control plane with two replicas', async () => {
      const result = await lab.kubectl(DRY_RUN, manifest.replace('replicas: 3', 'replicas: 2'));

      assert.match(result.stderr, /cannot be an even number/);
      assert.notEqual(result.code, 0);
    });
  });
}
