import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fleet, RequiredSecret } from '../../constructs/index';
import { askForText } from '../../lib/cli/program';
import type { FleetImages } from '../../lib/output/fleet-images';
import type { SecretsJson } from '../../lib/output/secrets-json';
import { findObjects, loadProgram } from '../../lib/testing/index';
import { EXAMPLES, rewriteExpected, runExample, treeOf } from '../support/examples';
import { at } from '../support/fleets';
import { foreignHosts, imagesOf, parsed, registryOf } from '../support/foreign-hosts';
import { ROOT } from '../support/import-graph';
import { inFolder } from '../support/in-folder';

/** Servers of the company, registries that machines ask it for, and flavors. */
const KNOWN = [
  'corp.example',
  'docker.io',
  'ghcr.io',
  'quay.io',
  'k8s.control',
  'k8s.worker',
  'metadata.namespace',
];

const UPDATE = process.env.UPDATE_EXPECTED !== undefined;

/** Secrets that the command line lists for an example. */
async function secretsOf(example: string): Promise<readonly RequiredSecret[]> {
  const program = join(ROOT, 'examples', example, 'main.ts');
  const command = { command: 'secrets', json: true, selection: {} } as const;
  const { secrets } = JSON.parse((await askForText(program, command)) ?? '{}') as SecretsJson;
  return secrets;
}

/** Images that the command line lists for an example. */
async function imageListOf(example: string): Promise<FleetImages['images']> {
  const program = join(ROOT, 'examples', example, 'main.ts');
  const command = { command: 'images', json: true, selection: {} } as const;
  const { images } = JSON.parse((await askForText(program, command)) ?? '{}') as FleetImages;
  return images;
}

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

  for (const example of EXAMPLES) {
    it(`${example} names the Secrets in its README that capi-fleet secrets lists`, async () => {
      const readme = readFileSync(join(ROOT, 'examples', example, 'README.md'), 'utf8');
      const secrets = await secretsOf(example);

      assert.match(readme, new RegExp(`^capi-fleet secrets examples/${example}/main\\.ts`, 'm'));
      const missing = secrets.filter(({ writtenBy }) => writtenBy === undefined);
      assert.equal(missing.length === 0, readme.includes('no Secret is needed in advance'));
      for (const { name, cluster } of missing) {
        const anyClusters = name.replace(basename(cluster), '<cluster>');
        assert.ok(
          [name, anyClusters].some(
            (one) => readme.includes(`\`${one}\``) || readme.includes(` ${one} `),
          ),
          name,
        );
      }
    });
  }

  it('homelab has the objects of its hand-written ancestor in the form of that', async () => {
    const program = join(ROOT, 'examples/homelab/seed-form.ts');
    const { fleet } = await loadProgram(() => import(program) as Promise<{ fleet: Fleet }>);
    const objects = findObjects(fleet);

    const counts: Record<string, number> = {};
    for (const { kind } of objects) counts[kind] = (counts[kind] ?? 0) + 1;
    assert.deepEqual(counts, {
      Cluster: 1,
      ClusterResourceSet: 3,
      ConfigMap: 3,
      KubeadmConfigTemplate: 2,
      KubeadmControlPlane: 1,
      MachineDeployment: 2,
      Namespace: 1,
      OpenStackCluster: 1,
      OpenStackMachineTemplate: 3,
      Secret: 3,
    });
    assert.ok(objects.every((object) => at(object, 'spec.replicas') !== 0));
  });

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

  it('private-cloud asks nobody for anything but servers of the company', () => {
    const tree = treeOf(join(ROOT, 'examples/private-cloud/expected'));
    const foreign = Object.values(tree).flatMap((text) => foreignHosts(text, KNOWN));

    assert.deepEqual([...new Set(foreign)], []);
  });

  it('private-cloud mirrors on every machine what its images and those of kubeadm come from', () => {
    const tree = treeOf(join(ROOT, 'examples/private-cloud/expected'));
    const machines = Object.values(tree)
      .flatMap(parsed)
      .filter(({ kind }) => kind === 'KubeadmControlPlane' || kind === 'KubeadmConfigTemplate')
      .map((object) => JSON.stringify(object));

    assert.equal(machines.length, 3);
    const foreign = registriesOf(tree).filter((registry) => registry !== 'registry.corp.example');
    for (const registry of ['registry.k8s.io', ...foreign]) {
      for (const machine of machines) assert.ok(machine.includes(`certs.d/${registry}/hosts.toml`));
    }
    for (const machine of machines) {
      assert.doesNotMatch(machine, /server = \\"https:\/\/(?!registry\.corp\.example)/);
    }
  });

  it('private-cloud pulls every image from a registry of the company, the management cluster too', async () => {
    const images = await imageListOf('private-cloud');
    const pulls = images.flatMap((one) => one.pulls);

    assert.deepEqual([...new Set(pulls.flatMap(({ from }) => from))], ['registry.corp.example']);
    assert.deepEqual([...new Set(pulls.map(({ kind }) => kind))].sort(), [
      'management',
      'workload',
    ]);
  });

  for (const [foreign, host] of [
    ['image: evil.example/pause:3.10', 'evil.example'],
    ['imageRepository: evil.example/kube', 'evil.example'],
    ['args: ["--helper-image=evil.example/helper:1"]', 'evil.example'],
    [`patch: '{"image": "evil.example/x:1"}'`, 'evil.example'],
    ['repoURL: oci://evil.example/charts', 'evil.example'],
    ['servers: [time.evil.example]', 'time.evil.example'],
    ['command: ["curl https://$host.evil.example/x"]', '$host.evil.example'],
    ['source: git@evil.example:x/y.git', 'evil.example'],
    ['proxy: evil.example:3128', 'evil.example'],
    ['list: deb http://evil.example/ubuntu noble main', 'evil.example'],
  ] as const) {
    it(`private-cloud could not have ${foreign}`, () => {
      assert.ok(foreignHosts(foreign, KNOWN).includes(host));
    });
  }
});

/** Registries of all images of a tree. */
function registriesOf(tree: Readonly<Record<string, string>>): readonly string[] {
  return [...new Set(Object.values(tree).flatMap(imagesOf).map(registryOf))];
}
