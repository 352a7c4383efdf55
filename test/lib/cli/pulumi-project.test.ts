import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectOf } from '../../../lib/cli/pulumi-project';
import { ROOT } from '../../support/import-graph';
import { inFolder } from '../../support/in-folder';

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

describe('projectOf', () => {
  for (const main of ['src/fleet.ts', './src/fleet', 'src/fleet.ts # mine']) {
    it(`finds the project above a program, whose main is ${main}`, () =>
      inFolder((folder) => {
        write(folder, { 'Pulumi.yaml': `name: x\nmain: ${main}\n`, 'src/fleet.ts': '' });

        assert.deepEqual(projectOf(join(folder, 'src/fleet.ts')), { folder });
      }));
  }

  it('takes the main of the package where the project names none', () =>
    inFolder((folder) => {
      write(folder, {
        'Pulumi.yaml': 'name: x\n',
        'package.json': '{ "main": "dist/fleet.js" }',
        'dist/fleet.js': '',
      });

      assert.deepEqual(projectOf(join(folder, 'dist/fleet.js')), { folder });
    }));

  it('names the program to a project that loads fleets by name', () =>
    inFolder((folder) => {
      const main = join(ROOT, 'stacks/index.ts');
      write(folder, { 'Pulumi.yaml': `name: x\nmain: ${main}\n`, 'src/fleet.ts': '' });

      assert.deepEqual(projectOf(join(folder, 'src/fleet.ts')), {
        folder,
        program: 'src/fleet.ts',
      });
    }));

  it('refuses a project that runs another program', () =>
    inFolder((folder) => {
      write(folder, { 'Pulumi.yaml': 'main: one.ts\n', 'one.ts': '', 'two.ts': '' });

      assert.throws(
        () => projectOf(join(folder, 'two.ts')),
        (error: Error) => {
          const [what, allowed, fix] = error.message.split('\n');
          assert.equal(what, `main of ${join(folder, 'Pulumi.yaml')} is one.ts, not two.ts`);
          assert.equal(
            allowed,
            '  allowed: the program of this command, so that plan and stacks agree',
          );
          assert.match(
            fix ?? '',
            /^ {2}fix: pass .*one\.ts, or give two\.ts its own folder and Pulumi\.yaml$/,
          );
          return true;
        },
      );
    }));

  it('makes settings where there is no project', () =>
    inFolder((folder) => {
      write(folder, { 'my fleet/fleet.ts': '', 'my fleet/fleet.js': '' });
      const runtimeOf = (name: string) =>
        projectOf(join(folder, 'my fleet', name)).settings?.runtime.options;

      assert.deepEqual(projectOf(join(folder, 'my fleet/fleet.ts')), {
        folder: join(folder, 'my fleet'),
        settings: {
          name: 'my-fleet',
          main: 'fleet.ts',
          runtime: { name: 'nodejs', options: { typescript: false, nodeargs: '--import tsx' } },
          options: { refresh: 'always' },
        },
      });
      assert.deepEqual(runtimeOf('fleet.js'), { typescript: false });
    }));
});
