import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';

import { isServed } from '../lab/profiles';
import {
  type KubernetesLab,
  kubernetesOrSkip,
  type LabProfile,
  startKubernetes,
} from '../support/lab';
import {
  type ExampleTree,
  exampleNames,
  kustomizations,
  manifests,
  synthExample,
} from '../support/lab-examples';
import { type KubernetesObject, objectsOf } from '../support/lab-payload';

const PROFILES: readonly LabProfile[] = ['v1.10', 'v1.13', 'v1.14'];
const DRY_RUN = ['--dry-run=server', '--validate=strict', '-o', 'name'];

/** What a profile cannot express is refused before any server sees it. */
const INEXPRESSIBLE: Readonly<Record<string, RegExp>> = {
  'aws v1.10': /providers\.infrastructure\.aws/,
  'azure v1.10': /providers\.infrastructure\.azure/,
  'hetzner v1.10': /providers\.infrastructure\.hetzner/,
  'laptop v1.10': /kubernetesVersion/,
  'multicloud v1.10': /providers\.infrastructure\.aws/,
  'private-cloud v1.10': /kubernetesVersion/,
  'render-farm v1.10': /kubernetesVersion/,
  'suppliers v1.10': /ClusterIdentity|kubernetesVersion/,
  'vsphere v1.10': /providers\.infrastructure\.vsphere/,
};

/** Namespaces that providers bring, and in which identities are. */
const PROVIDER_NAMESPACES = ['capz-system'].map((name) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
}));

for (const profile of PROFILES) {
  describe(`API server of ${profile}`, () => {
    let lab: KubernetesLab;

    before(async function () {
      this.timeout(0);
      await kubernetesOrSkip(this, profile);
      lab = await startKubernetes(profile, { controllers: true });
    });

    after(() => lab?.stop());

    for (const example of exampleNames().filter(isServed)) {
      const refusal = INEXPRESSIBLE[`${example} ${profile}`];
      if (refusal === undefined) accepts(example);
      else refuses(example, refusal);
    }

    function accepts(example: string): void {
      describe(example, () => {
        let tree: ExampleTree;

        before(async () => {
          tree = await synthExample(example, profile);
          assert.equal(tree.result.code, 0, tree.result.stderr);
          await createNamespaces(lab, tree.out);
        });

        after(() => rmSync(tree.work, { recursive: true, force: true }));

        it('is accepted file by file, without a warning', async () => {
          const { management, clusters } = kustomizations(tree.out);
          assert.notEqual(clusters.length, 0);

          const files = [tree.out, ...management, ...clusters].flatMap(manifests);
          for (const file of files) await isAccepted(lab, ['-f', file], [file]);
        });

        it('is accepted folder by folder with kustomize', async () => {
          const { management, clusters } = kustomizations(tree.out);

          for (const folder of clusters) await isAccepted(lab, ['-k', folder], manifests(folder));
          for (const folder of management) {
            const within = clusters.filter((cluster) => cluster.startsWith(`${folder}/`));
            await isAccepted(lab, ['-k', folder], [folder, ...within].flatMap(manifests));
          }
        });
      });
    }

    function refuses(example: string, refusal: RegExp): void {
      it(`never sees ${example}, which the synth refuses`, async () => {
        const { work, result } = await synthExample(example, profile);
        rmSync(work, { recursive: true, force: true });

        assert.notEqual(result.code, 0);
        assert.match(result.stderr, refusal);
      });
    }
  });
}

/** Dry runs do not see each other, and an object needs its namespace. */
async function createNamespaces(lab: KubernetesLab, out: string): Promise<void> {
  const { management, clusters } = kustomizations(out);
  const objects = [...management, ...clusters].flatMap(manifests).flatMap(objectsOf);
  const written = objects.filter(({ kind }) => kind === 'Namespace');
  const items = [...PROVIDER_NAMESPACES, ...written];
  const list = { apiVersion: 'v1', kind: 'List', items };
  const result = await lab.kubectl(['apply', '-f', '-'], JSON.stringify(list));
  assert.equal(result.code, 0, result.stderr);
}

/** Asserts that the server takes exactly the objects of some files, and says nothing else. */
async function isAccepted(lab: KubernetesLab, what: string[], files: string[]): Promise<void> {
  const result = await lab.kubectl(['apply', ...DRY_RUN, ...what]);

  const place = what.join(' ');
  assert.equal(result.stderr, '', place);
  assert.equal(result.code, 0, place);
  const expected = files.flatMap(objectsOf).map(shortName);
  assert.deepEqual(result.stdout.trim().split('\n').sort(), expected.sort(), place);
}

/** The name that `kubectl -o name` prints. */
function shortName({ apiVersion, kind, metadata }: KubernetesObject): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return `${kind.toLowerCase()}${group}/${metadata.name}`;
}
