import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { treeOf } from '../../support/examples';
import { ROOT } from '../../support/import-graph';
import { inFolder } from '../../support/in-folder';

/** Runs `capi-fleet init` without a terminal. */
function init(folder: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  const main = join(ROOT, 'lib/cli/main.ts');
  return spawnSync(process.execPath, ['--import', tsx, main, 'init', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

function nameIn(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name;
}

describe('capi-fleet init', () => {
  it('writes a project, and says what to do next', () =>
    inFolder((folder) => {
      const { status, stdout, stderr } = init(folder, 'prod', '--infrastructure', 'hetzner');

      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      const listed = stdout.slice(0, stdout.indexOf('\n\n')).split('\n  ');
      assert.equal(listed.shift(), '8 files written:');
      assert.deepEqual(
        listed.filter((file) => !file.startsWith('.')).sort(),
        Object.keys(treeOf(join(folder, 'prod'))),
      );
      assert.match(stdout, /^Next:\n {2}cd prod\n {2}npm install\n/m);
      assert.equal(nameIn(join(folder, 'prod')), 'prod');
      assert.match(readFileSync(join(folder, 'prod/clusters.ts'), 'utf8'), /new HetznerProject\(/);
    }));

  it('overwrites nothing', () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'test'));
      const mine = ['fleet.ts', 'package.json', 'test/fleet.test.ts'];
      for (const file of mine) writeFileSync(join(folder, file), 'mine');
      const before = treeOf(folder);

      const { status, stdout, stderr } = init(folder, '--yes');

      assert.deepEqual({ status, stdout }, { status: 1, stdout: '' });
      assert.equal(
        stderr,
        'capi-fleet: . already has package.json, fleet.ts, test/fleet.test.ts; nothing was written\n' +
          '  fix: name another folder, or move these files away\n',
      );
      assert.deepEqual(treeOf(folder), before);
    }));

  it('asks nobody where there is no terminal', () =>
    inFolder((folder) => {
      const { status, stderr } = init(folder);

      assert.equal(status, 2);
      assert.equal(
        stderr,
        'capi-fleet: nobody can be asked for the infrastructure here: add --infrastructure ' +
          'laptop|openstack|aws|azure|vsphere|hetzner, or --yes for laptop\n(add --help for more)\n',
      );
      assert.deepEqual(treeOf(folder), {});
    }));

  it('has defaults for everything with --yes', () =>
    inFolder((folder) => {
      const project = join(folder, 'My Fleet');
      mkdirSync(project);

      const { status, stdout } = init(project, '--yes');

      assert.equal(status, 0);
      assert.doesNotMatch(stdout, /cd /);
      assert.equal(nameIn(project), 'my-fleet');
      assert.match(readFileSync(join(project, 'clusters.ts'), 'utf8'), /new DevCloud\(/);
    }));

  it('knows the only infrastructure on which there is a choice of Pulumi', () =>
    inFolder((folder) => {
      const { status, stdout } = init(folder, '--pulumi', '--name', 'rented');

      assert.equal(status, 0);
      assert.match(stdout, /^ {2}npm run up {3,}# provisions it/m);
      assert.match(readFileSync(join(folder, 'Pulumi.yaml'), 'utf8'), /^name: 'rented'$/m);
      assert.match(
        readFileSync(join(folder, 'clusters.ts'), 'utf8'),
        /ClusterNetwork\.provisioned\(/,
      );
    }));
});
