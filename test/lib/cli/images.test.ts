import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { treeOf } from '../../support/examples';
import { digestOf, type FakeImage, startRegistry } from '../../support/fake-registry';
import { ROOT } from '../../support/import-graph';
import { inFolderUntil } from '../../support/in-folder';

const FLEETS = JSON.stringify(join(ROOT, 'test/support/fleets'));
const LIBRARY = JSON.stringify(join(ROOT, 'constructs/index'));

/** Program of one cluster whose images come from a registry. */
function program(host: string): string {
  return `
const { testFleet } = require(${FLEETS});
const { Addon, ManifestSource } = require(${LIBRARY});
const { fleet, cluster } = testFleet({ outdir: __dirname + '/dist' });
const prod = cluster('prod', { installedOtherwise: ['cni'] });
prod.addNodePool('workers', { flavor: 'small', replicas: 1 });
prod.addAddon(Addon.etcdDefragmentation({ image: '${host}/etcd:v1' }));
prod.addAddon(Addon.openStackCloudControllerManager({ image: '${host}/ccm@sha256:${'ab'.repeat(32)}' }));
prod.addAddon(Addon.manifest('own', ManifestSource.text(\`apiVersion: v1
kind: Pod
metadata: {name: web, namespace: default}
spec:
  containers:
    - name: web
      image: "${host}/web" # of ours
\`)));
fleet.run();
`;
}

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in a folder, while servers of the test go on. */
function capiFleet(folder: string, ...args: readonly string[]): Promise<Ran> {
  const tsx = require.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, join(ROOT, 'lib/cli/main.ts'), ...args], {
    cwd: folder,
    env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') },
  });
  const texts = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      texts[stream] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...texts }));
  });
}

async function withProgram(
  images: Readonly<Record<string, FakeImage>>,
  run: (folder: string, host: string) => Promise<void>,
): Promise<void> {
  const registry = await startRegistry(images);
  try {
    await inFolderUntil(async (folder) => {
      writeFileSync(join(folder, 'fleet.ts'), program(registry.host));
      await run(folder, registry.host);
    });
  } finally {
    await registry.stop();
  }
}

describe('capi-fleet images', function () {
  this.timeout(120_000);

  it('lists what machines pull, with the clusters that do', () =>
    withProgram({}, async (folder, host) => {
      const { code, stdout, stderr } = await capiFleet(folder, 'images', '--json', 'fleet.ts');
      const { file, images } = JSON.parse(stdout);
      const names = images.map(({ image }: { image: string }) => image);

      assert.equal(code, 0, stderr);
      assert.equal(file, 'images.json');
      assert.ok(names.includes(`${host}/etcd:v1`));
      assert.ok(names.includes(`${host}/ccm@sha256:${'ab'.repeat(32)}`));
      assert.ok(names.includes(`${host}/web`));
      assert.ok(names.some((name: string) => /^registry\.k8s\.io\/kube-apiserver:v/.test(name)));
      assert.deepEqual(images[0].pulls, [
        { cluster: 'mothership/prod', kind: 'workload', from: [images[0].registry] },
      ]);
    }));

  it('writes digests that the next synth puts beside every tag, the same each time', () =>
    withProgram(
      { 'etcd:v1': { manifest: '{"a":1}' }, 'web:latest': { manifest: '{"b":2}' } },
      async (folder, host) => {
        const { code, stdout, stderr } = await capiFleet(folder, 'images', '--resolve', 'fleet.ts');
        const digests = {
          [`${host}/etcd:v1`]: digestOf('{"a":1}'),
          [`${host}/web:latest`]: digestOf('{"b":2}'),
        };

        assert.equal(code, 0, stderr);
        assert.equal(stdout, '');
        assert.match(
          stderr,
          /^1 of 2: .*\n2 of 2: .*\n\S+images\.json has the digests of 2 images\n$/,
        );
        const written = readFileSync(join(folder, 'images.json'), 'utf8');
        assert.deepEqual(JSON.parse(written), { images: digests });

        assert.equal((await capiFleet(folder, 'synth', 'fleet.ts')).code, 0);
        const tree = treeOf(join(folder, 'dist'));
        const text = Object.values(tree).join('');
        assert.ok(text.includes(`image: ${host}/etcd:v1@${digestOf('{"a":1}')}\n`));
        assert.ok(text.includes(`image: "${host}/web@${digestOf('{"b":2}')}" # of ours\n`));
        assert.ok(text.includes(`image: ${host}/ccm@sha256:${'ab'.repeat(32)}\n`));

        assert.equal((await capiFleet(folder, 'images', '--resolve', 'fleet.ts')).code, 0);
        assert.equal(readFileSync(join(folder, 'images.json'), 'utf8'), written);
        assert.equal((await capiFleet(folder, 'synth', 'fleet.ts')).code, 0);
        assert.deepEqual(treeOf(join(folder, 'dist')), tree);
      },
    ));

  it('writes nothing where a registry gives no digest, and says of which image', () =>
    withProgram({ 'etcd:v1': { manifest: '{}' } }, async (folder, host) => {
      const { code, stderr } = await capiFleet(folder, 'images', '--resolve', 'fleet.ts');

      assert.equal(code, 1);
      assert.ok(stderr.includes(`${host}/web:latest: the registry has no such image\n`));
      assert.match(stderr, /1 image has no digest; nothing was written\n$/);
      assert.doesNotMatch(stderr, /fake-registry-token/);
      assert.ok(!existsSync(join(folder, 'images.json')));
    }));

  it('refuses mirrors that are not asked safely, and files of others', () =>
    withProgram({}, async (folder) => {
      for (const mirror of ['docker.io', 'docker.io=http://example.org', '=https://example.org']) {
        const { code, stderr } = await capiFleet(folder, 'images', '--mirror', mirror, 'fleet.ts');
        assert.equal(code, 2);
        assert.match(stderr, / is invalid\. It takes REGISTRY=URL with https/);
      }
      writeFileSync(join(folder, 'images.json'), '{"images":{"a:v1":"latest"}}');
      const { code, stderr } = await capiFleet(folder, 'synth', 'fleet.ts');
      assert.equal(code, 1);
      assert.match(
        stderr,
        /^Fleet: imagesFile is "images\.json"\n {2}allowed: a file with .*\n {2}fix: write it with/m,
      );
    }));
});
