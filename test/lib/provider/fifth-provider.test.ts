import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadAll } from 'js-yaml';
import type { Manifest } from '../../../lib/base/manifest';
import { registeredProviders, registerProvider } from '../../../lib/provider/registration';
import { ROOT, sourceFiles } from '../../support/import-graph';
import { inFolder } from '../../support/in-folder';
import { at } from '../../support/rendering';

const TSX = pathToFileURL(require.resolve('tsx')).href;
const PROGRAM = join(ROOT, 'test/fixtures/tinker/main.ts');

// The provider is as somebody outside would write one: no other folder knows of it.
describe('a provider of somebody else', function () {
  this.timeout(60_000);

  it('makes the machines of a cluster that has all the rest', () =>
    inFolder((folder) => {
      const { status, stderr } = run(folder, {});
      assert.equal(status, 0, stderr);

      const text = ['cluster', 'pools', 'addons'].map((name) =>
        readFileSync(join(folder, `build/tinker/desk/boards/${name}.yaml`), 'utf8'),
      );
      const objects = loadAll(text.join('\n---\n')) as Manifest[];
      const template = objects.find(({ metadata }) => /^boards-workers/.test(metadata.name));
      const boards = objects.filter(({ kind }) => kind.startsWith('Tinker'));
      assert.deepEqual(boards.map(({ kind }) => kind).sort(), [
        'TinkerCluster',
        'TinkerMachineTemplate',
        'TinkerMachineTemplate',
      ]);
      assert.ok(template);
      assert.ok(objects.some(({ kind }) => kind === 'ClusterResourceSet'));
      const worker = boards.find(({ metadata }) => metadata.name.startsWith('boards-workers'));
      assert.deepEqual(at(worker, ['spec', 'template', 'spec']), { board: 'pi', colour: 'blue' });
    }));

  it('has its rules run, and writes nothing that they refuse', () =>
    inFolder((folder) => {
      const { status, stderr } = run(folder, { COLOUR: 'green' });

      assert.equal(status, 1);
      assert.match(stderr, /^desk\/boards\/workers: colour is "green"$/m);
      assert.match(stderr, /\[tinker-colour\]/);
    }));

  it('is known to no file of the library', () => {
    const files = ['lib', 'constructs'].flatMap((folder) => sourceFiles(folder));

    assert.deepEqual(
      files.filter((file) => /tinker/i.test(readFileSync(join(ROOT, file), 'utf8'))),
      [],
    );
  });

  it('has to be known before the providers are asked for', () => {
    registeredProviders();

    assert.throws(() => registerProvider('late', undefined as never), /is registered too late/);
  });
});

function run(folder: string, variables: NodeJS.ProcessEnv) {
  const env = { ...process.env, CDK8S_OUTDIR: undefined, ...variables };
  return spawnSync(process.execPath, ['--import', TSX, PROGRAM], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
}
