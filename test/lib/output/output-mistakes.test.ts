import assert from 'node:assert/strict';
import fs, { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ValidationError } from '../../../lib/base/errors';
import { PartlyWrittenError } from '../../../lib/output/output-mistakes';
import { TreeWriter } from '../../../lib/output/tree-writer';
import { inFolder } from '../../support/in-folder';
import { contents, write } from './output-tree';

const FULL = 'a disk with enough free space';
const WAY = 'files and folders as an earlier synth left them';

/** What is allowed instead of what the system says. */
const ALLOWED: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EROFS: 'a writable file system',
  EACCES: 'files and folders that this user can read and write',
  EPERM: 'files and folders that this user can read and write',
  EMFILE: 'a process that may open more files',
  ENFILE: 'a process that may open more files',
  ENAMETOOLONG: 'paths that the file system accepts',
  EXDEV: 'a tree on one file system',
  ENOTDIR: WAY,
  EEXIST: WAY,
  EISDIR: WAY,
  ENOTEMPTY: WAY,
  ELOOP: WAY,
  EIO: 'a disk that accepts the change',
};

/** Runs something while the renaming of files into the tree is refused, once or from then on. */
function withRefusal(code: string, forever: boolean, run: () => void): void {
  const { renameSync } = fs;
  let refused = false;
  Object.assign(fs, {
    renameSync: (from: string, to: string) => {
      const isMeant = to.endsWith('b.yaml') || (forever && refused);
      if (!isMeant) return renameSync(from, to);
      refused = true;
      throw Object.assign(new Error(`${code}: no, rename '${from}'`), { code, syscall: 'rename' });
    },
  });
  try {
    run();
  } finally {
    Object.assign(fs, { renameSync });
  }
}

describe('what the disk refuses', () => {
  for (const [code, allowed] of Object.entries(ALLOWED)) {
    it(`is a mistake with a way out, and changes nothing: ${code}`, () =>
      inFolder((folder) => {
        write(folder, { 'm/a.yaml': 'old' });

        withRefusal(code, false, () => {
          assert.throws(
            () => write(folder, { 'm/a.yaml': 'new', 'm/b.yaml': 'new' }),
            (error) => {
              assert.ok(error instanceof ValidationError && !(error instanceof PartlyWrittenError));
              const [issue] = error.issues;
              assert.deepEqual(
                [issue?.path, issue?.prop, issue?.allowed, issue?.rule],
                [folder, 'outdir', allowed, 'output-disk'],
              );
              assert.equal(issue?.given, `${code}: no, rename '${join(folder, 'm/b.yaml')}'`);
              assert.match(String(issue?.fix), /^[a-z]/);
              return true;
            },
          );
        });

        assert.deepEqual(contents(folder), { 'm/a.yaml': 'old' });
      }));
  }

  it('says so when what was done cannot be taken back, and the next synth completes it', () =>
    inFolder((folder) => {
      write(folder, { 'm/a.yaml': 'old' });

      withRefusal('EIO', true, () => {
        assert.throws(
          () => write(folder, { 'm/a.yaml': 'new', 'm/b.yaml': 'new' }),
          (error) => {
            assert.ok(error instanceof PartlyWrittenError);
            assert.match(error.message, /partly written, and the next synth completes it$/);
            return true;
          },
        );
      });
      write(folder, { 'm/a.yaml': 'new', 'm/b.yaml': 'new' });

      assert.deepEqual(contents(folder), { 'm/a.yaml': 'new', 'm/b.yaml': 'new' });
    }));

  it('is told beside other mistakes, once', () =>
    inFolder((folder) => {
      const tree = new TreeWriter(join(folder, 'file'), { bufferLength: 0 });
      writeFileSync(join(folder, 'file'), 'theirs');
      tree.add('a.yaml', '1');
      tree.add('b.yaml', '2');
      tree.add('.git/x.yaml', '3');

      assert.deepEqual(
        tree.mistakes.map(({ rule }) => rule),
        ['output-disk'],
      );
      tree.abort();
      assert.deepEqual(readdirSync(folder), ['file']);
    }));

  it('is a name that is too long for it', () =>
    inFolder((folder) => {
      assert.throws(() => write(folder, { [`m/${'x'.repeat(300)}.yaml`]: '1' }), {
        name: 'ValidationError',
        message:
          /^\S+: outdir is "ENAMETOOLONG: [\s\S]*\n {2}allowed: paths that the file system accepts\n/,
      });
      assert.deepEqual(readdirSync(folder), []);
    }));
});

describe('modes of files', () => {
  const modeOf = (folder: string, path: string) => statSync(join(folder, path)).mode & 0o777;

  /** Writes a tree with one file that may hold credentials. */
  function writeSecret(folder: string, text: string, bufferLength = 1e6): void {
    const tree = new TreeWriter(folder, { bufferLength });
    tree.add('open.yaml', text);
    tree.add('secret.yaml', text, true);
    tree.commit();
  }

  for (const bufferLength of [0, 1e6]) {
    it(`are those of their owner for credentials: ${bufferLength}`, () =>
      inFolder((folder) => {
        for (const text of ['old', 'new']) {
          writeSecret(folder, text, bufferLength);

          assert.equal(modeOf(folder, 'secret.yaml'), 0o600);
          assert.equal(modeOf(folder, 'open.yaml'), 0o666 & ~process.umask());
        }
      }));

    it(`stay as strict as the user made them: ${bufferLength}`, () =>
      inFolder((folder) => {
        writeSecret(folder, 'old', bufferLength);
        fs.chmodSync(join(folder, 'open.yaml'), 0o640);
        fs.chmodSync(join(folder, 'secret.yaml'), 0o400);

        writeSecret(folder, 'new', bufferLength);

        assert.deepEqual(contents(folder), { 'open.yaml': 'new', 'secret.yaml': 'new' });
        assert.equal(modeOf(folder, 'open.yaml'), 0o640);
        assert.equal(modeOf(folder, 'secret.yaml'), 0o400);
      }));
  }

  it('are tightened where a clone has made them wider, without another change', () =>
    inFolder((folder) => {
      writeSecret(folder, 'same');
      const { mtimeMs } = statSync(join(folder, 'secret.yaml'));
      fs.chmodSync(join(folder, 'secret.yaml'), 0o644);

      writeSecret(folder, 'same');

      assert.equal(modeOf(folder, 'secret.yaml'), 0o600);
      assert.equal(statSync(join(folder, 'secret.yaml')).mtimeMs, mtimeMs);
    }));
});
