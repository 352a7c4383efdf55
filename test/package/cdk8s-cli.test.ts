import assert from 'node:assert/strict';
import type { SpawnSyncReturns } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { cdk8sSynth, inProject } from '../support/cdk8s-project';

const PLUGIN = `
class Names {
  async validate(context) {
    for (const manifest of context.manifests) {
      context.report.addViolation({
        ruleName: 'seen', recommendation: 'none', violatingResources: [], fix: '',
      });
    }
    context.report.submit('success');
  }
}
exports.Names = Names;
`;

function cdk8s(folder: string, ...args: string[]): SpawnSyncReturns<string> {
  const child = cdk8sSynth(folder, ...args);
  assert.equal(child.status, 0, child.stdout + child.stderr);
  return child;
}

/** What is needed before what: namespaces, then rights, what is read, templates, and all that refers to these. */
function rank(kind: string): number {
  if (kind === 'Namespace') return 0;
  if (/^(ServiceAccount|Role|RoleBinding)$/.test(kind)) return 1;
  if (/^(ConfigMap|Secret)$/.test(kind)) return 2;
  return kind.endsWith('Template') ? 3 : 4;
}

const SETTINGS =
  'language: typescript\napp: node --import tsx examples/homelab/main.ts\noutput: build/cdk8s\n';
const CLUSTER = 'mothership/capi-ubuntu-openstack/cluster.yaml';

describe('cdk8s synth', function () {
  this.timeout(180_000);

  it('writes the tree and names its files, and touches no file the second time', () =>
    inProject(SETTINGS, (folder) => {
      const first = cdk8s(folder);
      const { mtimeMs } = lstatSync(join(folder, 'build/homelab', CLUSTER));
      const second = cdk8s(folder);

      assert.match(first.stdout, /mothership\/capi-ubuntu-openstack\/cluster\.yaml/);
      assert.match(first.stderr, /1 cluster, 19 objects: 6 files written/);
      assert.match(second.stderr, /0 files written, 6 unchanged/);
      assert.equal(lstatSync(join(folder, 'build/homelab', CLUSTER)).mtimeMs, mtimeMs);
    }));

  it('prints all objects and no kustomization, and writes nothing', () =>
    inProject(SETTINGS, (folder) => {
      const { stdout } = cdk8s(folder, '--stdout');

      assert.match(stdout, /kind: KubeadmControlPlane/);
      assert.match(stdout, /kind: Ingress/);
      assert.doesNotMatch(stdout, /kind: Kustomization/);
      assert.ok(!existsSync(join(folder, 'build/homelab')));
    }));

  it('prints what others refer to before those, for kubectl apply', () =>
    inProject(SETTINGS, (folder) => {
      const { stdout } = cdk8s(folder, '--stdout');

      const kinds = loadAll(stdout).map((object) => String(Reflect.get(Object(object), 'kind')));
      assert.deepEqual(
        [...kinds].sort((a, b) => rank(a) - rank(b)),
        kinds,
      );
      assert.equal(kinds[0], 'Namespace');
      assert.ok(kinds.length > 20, `${kinds.length} objects`);
    }));

  it('hands the manifests to validation plugins', () => {
    const validations =
      'validations:\n  - package: ./plugin\n    version: 1.0.0\n    class: Names\n';
    inProject(SETTINGS + validations, (folder) => {
      mkdirSync(join(folder, 'plugin'));
      writeFileSync(join(folder, 'plugin/index.js'), PLUGIN);
      writeFileSync(join(folder, 'plugin/package.json'), '{"name":"plugin","version":"1.0.0"}');

      const { stdout } = cdk8s(folder, '--validate');

      assert.match(stdout, /Performing validations/);
      assert.match(stdout, /Validations ended succesfully/);
      const metadata = JSON.parse(
        readFileSync(join(folder, 'build/homelab/construct-metadata.json'), 'utf8'),
      );
      assert.equal(
        metadata.resources['capi-ubuntu-openstack'].path,
        'mothership/capi-ubuntu-openstack',
      );
      assert.ok(readdirSync(join(folder, 'build')).includes('cdk8s'));
    });
  });
});
