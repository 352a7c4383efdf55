import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeProject } from '../../../lib/init/write-project';
import { treeOf } from '../../support/examples';
import { inFolder } from '../../support/in-folder';

const FILES = new Map([
  ['fleet.ts', 'fleet'],
  ['test/fleet.test.ts', 'test'],
  ['test/deep/other.test.ts', 'other'],
]);
const FIX = '; nothing was written\n  fix: name another folder, or move these files away';

describe('files of a new project', () => {
  it('are written into a folder that does not exist yet', () =>
    inFolder((folder) => {
      const project = join(folder, 'my/fleet');
      writeProject(project, FILES);

      assert.deepEqual(treeOf(project), Object.fromEntries(FILES));
    }));

  it('are written beside others', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'README.md'), 'mine');
      mkdirSync(join(folder, 'test'));
      writeProject(folder, FILES);

      assert.deepEqual(treeOf(folder), { 'README.md': 'mine', ...Object.fromEntries(FILES) });
    }));

  it('are refused, all at once, where they exist, links included', () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'test'));
      writeFileSync(join(folder, 'test/fleet.test.ts'), 'mine');
      symlinkSync('nowhere', join(folder, 'fleet.ts'));

      assert.throws(() => writeProject(folder, FILES), {
        message: `${folder} already has fleet.ts, test/fleet.test.ts${FIX}`,
      });
      assert.equal(readFileSync(join(folder, 'test/fleet.test.ts'), 'utf8'), 'mine');
      assert.throws(() => readFileSync(join(folder, 'nowhere')), /ENOENT/);
    }));

  it('are refused where a file has the name of one of their folders', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'test'), 'mine');

      assert.throws(() => writeProject(folder, FILES), {
        message: `${folder} already has test${FIX}`,
      });
      assert.deepEqual(treeOf(folder), { test: 'mine' });
    }));

  it('are refused where the folder is a file', () =>
    inFolder((folder) => {
      const file = join(folder, 'file');
      writeFileSync(file, 'mine');

      assert.throws(() => writeProject(file, FILES), {
        message: `${file} is not a folder; nothing was written\n  fix: name another folder`,
      });
    }));
});
