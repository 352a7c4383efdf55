import assert from 'node:assert/strict';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../../lib/files/make-folder';
import { inFolder } from '../../support/in-folder';

describe('makeFolder', () => {
  it('makes a folder and those that it is in, and is content with one that is there', () => {
    inFolder((folder) => {
      const made = join(folder, 'a/b/c');

      makeFolder(made, 0o700);
      makeFolder(made);

      assert.ok(statSync(made).isDirectory());
      assert.equal(statSync(made).mode & 0o777, 0o700);
    });
  });

  it('ends with an error where a file is in the way', () => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'file'), '');

      assert.throws(() => makeFolder(join(folder, 'file/a/b')), { code: 'ENOTDIR' });
    });
  });

  it('ends with an error where the file system takes no folders', function () {
    if (!existsSync('/proc/self')) this.skip();

    assert.throws(() => makeFolder('/proc/nope/a'), { code: 'ENOENT' });
  });
});
