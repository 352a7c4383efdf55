import { strict as assert } from 'node:assert';
import { checkCluster } from '../../lib/assembly/check-cluster';
import { emitDocuments } from '../../lib/output/emit-yaml';
import { deepPools } from '../support/deep-pools';
import { type KubernetesLab, kubernetesOrSkip, startKubernetes } from '../support/lab';
import { profile } from '../support/models';
import { rendered } from '../support/rendering';

for (const release of ['v1.10', 'v1.13', 'v1.14'] as const) {
  describe(`pools that say everything, with ${release}`, () => {
    let lab: KubernetesLab;

    before(async function () {
      this.timeout(0);
      await kubernetesOrSkip(this, release);
      lab = await startKubernetes(release, { controllers: true });
    });

    after(() => lab?.stop());

    it('are accepted by the API server and its webhooks, without a warning', async () => {
      const model = deepPools(profile(release.slice(1)));
      const objects = [...rendered(model).values()].filter(({ kind }) => kind !== 'Namespace');
      const created = await lab.kubectl(['create', 'namespace', model.namespace]);
      assert.equal(created.code, 0, created.stderr);

      const options = ['--dry-run=server', '--validate=strict', '-f', '-'];
      const { code, stderr } = await lab.kubectl(['apply', ...options], emitDocuments(objects));

      assert.deepEqual(checkCluster(model), []);
      assert.equal(stderr, '');
      assert.equal(code, 0);
    });
  });
}
