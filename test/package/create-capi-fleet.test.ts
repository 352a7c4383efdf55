import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import create from '../../create-capi-fleet/package.json';
import { INFRASTRUCTURES } from '../../lib/init/infrastructures';
import library from '../../package.json';
import { ROOT } from '../support/import-graph';
import { inFolder } from '../support/in-folder';

const FOLDER = join(ROOT, 'create-capi-fleet');

describe('create-capi-fleet', () => {
  it('has the version of the library, and depends on it', () => {
    assert.equal(create.version, library.version);
    assert.deepEqual(create.dependencies, { 'capi-fleet': `^${library.version}` });
    assert.deepEqual(create.engines, library.engines);
  });

  it('runs init of the library with its own arguments', () =>
    inFolder((folder) => {
      const installed = join(folder, 'node_modules/capi-fleet');
      mkdirSync(installed, { recursive: true });
      writeFileSync(
        join(installed, 'package.json'),
        JSON.stringify({ bin: { 'capi-fleet': 'main.js' } }),
      );
      writeFileSync(
        join(installed, 'main.js'),
        'process.stdout.write(process.argv.slice(2).join(" "))',
      );
      cpSync(join(FOLDER, create.bin['create-capi-fleet']), join(folder, 'index.js'));

      const child = spawnSync(process.execPath, ['index.js', 'my-fleet', '--yes'], {
        cwd: folder,
        encoding: 'utf8',
      });

      assert.equal(child.stdout, 'init my-fleet --yes', child.stderr);
    }));

  it('names every infrastructure in its README', () => {
    const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');

    for (const { name } of INFRASTRUCTURES) assert.ok(readme.includes(`\`${name}\``), name);
  });
});
