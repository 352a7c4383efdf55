import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../lib/cli/watch-files';
import { ROOT } from '../../support/import-graph';
import { inFolder, inFolderUntil } from '../../support/in-folder';

const PROGRAM = `
const { testFleet } = require(${JSON.stringify(join(ROOT, 'test/support/fleets'))});
const { fleet, cluster } = testFleet({ outdir: __dirname + '/dist' });
cluster('prod', require('./props.json'));
fleet.run();
`;

describe('capi-fleet check --watch', () => {
  it('checks again when a file changes, until an interrupt', () =>
    inFolderUntil(async (folder) => {
      writeFileSync(join(folder, 'package.json'), '{}');
      writeFileSync(join(folder, 'props.json'), '{}');
      writeFileSync(join(folder, 'fleet.js'), PROGRAM);
      const loader = join(ROOT, 'node_modules/tsx/dist/loader.mjs');
      const child = spawn(
        process.execPath,
        ['--import', loader, join(ROOT, 'lib/cli/main.ts'), 'check', '--watch', 'fleet.js'],
        { cwd: folder, env: { ...process.env, NODE_OPTIONS: `--import ${loader}` } },
      );
      let text = '';
      child.stderr.on('data', (chunk) => {
        text += chunk;
      });
      const said = async (pattern: RegExp) => {
        while (!pattern.test(text)) {
          assert.equal(child.exitCode, null, text);
          await new Promise((done) => setTimeout(done, 50));
        }
      };
      await said(/^watching /m);
      assert.doesNotMatch(text, /mistake/);

      writeFileSync(join(folder, 'props.json'), '{ "sshKeyName": 7 }');
      await said(/sshKeyName is 7\n(.*\n)*1 mistake; nothing was written\n/);
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGINT');
      assert.equal(await ended, 0);
    }));

  it('watches the folder of the project', () =>
    inFolder((folder) => {
      assert.equal(projectFolder(join(folder, 'a/fleet.ts')), join(folder, 'a'));
      writeFileSync(join(folder, 'package.json'), '{}');
      assert.equal(projectFolder(join(folder, 'a/fleet.ts')), folder);
    }));
});
