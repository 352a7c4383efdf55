import assert from 'node:assert/strict';
import { mkdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { showToCli } from '../../constructs/cli-folder';
import { inFolder } from '../support/in-folder';

describe('showToCli', () => {
  it('links the folder where cdk8s looks, once', () =>
    inFolder((folder) => {
      const link = join(folder, 'deep/dist');

      showToCli(link, join(folder, 'clusters'));
      mkdirSync(join(folder, 'clusters'));
      showToCli(link, join(folder, 'other'));

      assert.equal(readlinkSync(link), join(folder, 'clusters'));
    }));

  it('leaves a link that leads nowhere, or to itself, and says so', () =>
    inFolder((folder) => {
      for (const [name, target] of [
        ['dangling', 'nothing'],
        ['loop', 'loop'],
      ] as const) {
        const link = join(folder, name);
        symlinkSync(join(folder, target), link);

        assert.throws(() => showToCli(link, folder), {
          name: 'ValidationError',
          message: `${link}: folder is "a symbolic link"
  allowed: a folder, or nothing
  fix: inspect it, then move it away`,
        });
        assert.equal(readlinkSync(link), join(folder, target));
      }
    }));

  it('leaves a file, and says so', () =>
    inFolder((folder) => {
      const file = join(folder, 'dist');
      writeFileSync(file, 'theirs');

      assert.throws(() => showToCli(file, folder), /dist: folder is "a file"/);
    }));
});
