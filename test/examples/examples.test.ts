import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { EXAMPLES, rewriteExpected, runExample, treeOf } from '../support/examples';
import { at } from '../support/fleets';
import { ROOT } from '../support/import-graph';
import { inFolder } from '../support/in-folder';

const UPDATE = process.env.UPDATE_EXPECTED !== undefined;

describe('examples', () => {
  for (const example of EXAMPLES) {
    it(`${example} writes its expected tree`, () =>
      inFolder((folder) => {
        const written = runExample(`${example}/main.ts`, folder);
        if (UPDATE) rewriteExpected(example, written);

        assert.deepEqual(treeOf(written), treeOf(join(ROOT, 'examples', example, 'expected')));
      }));

    it(`${example} says in a README what it is and how to run it`, () => {
      const readme = join(ROOT, 'examples', example, 'README.md');

      assert.ok(existsSync(readme));
      assert.match(readFileSync(readme, 'utf8'), new RegExp(`examples/${example}/main\\.ts`));
    });
  }

  it('homelab has the objects of its hand-written ancestor in the form of that', () =>
    inFolder((folder) => {
      const tree = treeOf(runExample('homelab/seed-form.ts', folder));
      const objects = Object.entries(tree)
        .filter(([name]) => !name.endsWith('kustomization.yaml'))
        .flatMap(([, text]) => loadAll(text));

      const counts: Record<string, number> = {};
      for (const object of objects) {
        const kind = String(at(object, 'kind'));
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
      assert.deepEqual(counts, {
        Cluster: 1,
        ClusterResourceSet: 3,
        ConfigMap: 4,
        KubeadmConfigTemplate: 2,
        KubeadmControlPlane: 1,
        MachineDeployment: 2,
        Namespace: 1,
        OpenStackCluster: 1,
        OpenStackMachineTemplate: 3,
        Secret: 3,
      });
      assert.ok(objects.every((object) => at(object, 'spec.replicas') !== 0));
    }));

  it('suppliers gets a cluster by one row, and keeps the bytes of all others', () =>
    inFolder((folder) => {
      const row = { name: 'added', supplier: 'nordwolke', number: 9, workers: 2, gpuWorkers: 0 };
      const program = join(folder, 'added.ts');
      writeFileSync(
        program,
        `require(${JSON.stringify(join(ROOT, 'examples/suppliers/sites.ts'))}).SITES.push(${JSON.stringify(row)});
         require(${JSON.stringify(join(ROOT, 'examples/suppliers/main.ts'))});`,
      );

      const written = treeOf(runExample(program, folder));

      const expected = Object.entries(treeOf(join(ROOT, 'examples/suppliers/expected')));
      const changed = expected
        .filter(([name, text]) => written[name] !== text)
        .map(([name]) => name);
      assert.deepEqual(changed, ['control-nordwolke/kustomization.yaml']);
      assert.ok('control-nordwolke/added/cluster.yaml' in written);
    }));

  it('private-cloud asks nobody for images or files but servers of the company', () => {
    const tree = treeOf(join(ROOT, 'examples/private-cloud/expected'));
    const text = Object.values(tree).join('\n').replace(/\\n/g, '\n');
    const mirrored = new Set(
      Array.from(text.matchAll(/certs\.d\/([^/\s]+)\/hosts\.toml/g), ([, registry]) => registry),
    );
    const images = Array.from(text.matchAll(/image: ['"]?([^\s'"]+)/g), ([, image = '']) => image);
    const hosts = Array.from(text.matchAll(/https?:\/\/([^$/\s'":\\]+)/g), ([, host = '']) => host);

    assert.ok(images.length > 5 && hosts.length > 5);
    for (const image of images) assert.ok(mirrored.has(registryOf(image)), image);
    for (const host of hosts) assert.match(host, /(^localhost|\.corp\.example)$/);
    assert.doesNotMatch(text, /^ *server = "https:\/\/(?!registry\.corp\.example)/m);
  });
});

/** Registry of an image as containerd understands its name. */
function registryOf(image: string): string {
  const [first = '', ...rest] = image.split('/');
  return rest.length > 0 && /[.:]/.test(first) ? first : 'docker.io';
}
