import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INDEX_FILE } from '../../../lib/output/output-index';
import { inFolder } from '../../support/in-folder';
import { withFailure } from './failing-disk';
import { contents, type Files, write } from './output-tree';

const BEFORE: Files = {
  'm/a/x.yaml': 'old x',
  'm/a/y.yaml': 'same',
  'm/gone/z.yaml': 'old z',
  'm/gone/y.yaml': 'old y',
  'm/file.yaml': 'to be a folder',
  'm/f.yaml/only.yaml': 'to be a file',
};

const AFTER: Files = {
  'm/a/x.yaml': 'new x',
  'm/a/y.yaml': 'same',
  'm/a/w.yaml': 'new w',
  'm/new/v.yaml': 'new v',
  'm/file.yaml/inside.yaml': 'new',
  'm/f.yaml': 'new',
};

const THEIRS: Files = { 'm/a/theirs.yaml': 'theirs' };

/** A folder with the tree of an earlier synth and a file of somebody else. */
function withTree(run: (outdir: string) => void): void {
  inFolder((folder) => {
    const outdir = join(folder, 'out');
    write(outdir, BEFORE);
    for (const [path, text] of Object.entries(THEIRS)) writeFileSync(join(outdir, path), text);
    run(outdir);
  });
}

function indexOf(outdir: string): string {
  return readFileSync(join(outdir, INDEX_FILE), 'utf8');
}

/** Tries every change of a commit until none is left to fail. */
function atEveryChange(attempt: (n: number) => boolean): number {
  let n = 1;
  while (attempt(n)) n += 1;
  return n - 1;
}

describe('a tree on a disk that fails', () => {
  for (const bufferLength of [undefined, 0]) {
    const where = bufferLength === undefined ? 'from memory' : 'through the staging folder';

    it(`stays as it was, whichever change is refused, ${where}`, () => {
      const changes = atEveryChange((n) => {
        let failed = false;
        withTree((outdir) => {
          const index = indexOf(outdir);
          let error: unknown;
          failed = withFailure(n, false, () => {
            try {
              write(outdir, AFTER, undefined, bufferLength);
            } catch (thrown) {
              error = thrown;
            }
          });
          if (error === undefined) return;

          const tree = contents(outdir);
          const isWhole = Object.keys(tree).every((path) => !path.startsWith('.'));
          if (isNew(tree)) return;
          assert.match(String(error), /ENOSPC/);
          assert.deepEqual(isWhole ? tree : visible(tree), { ...BEFORE, ...THEIRS }, `change ${n}`);
          assert.equal(indexOf(outdir), index);
        });
        return failed;
      });

      assert.ok(changes > 15, `${changes} changes`);
    });

    it(`is completed by the next synth, wherever the process dies, ${where}`, () => {
      const changes = atEveryChange((n) => {
        let failed = false;
        withTree((outdir) => {
          failed = withFailure(n, true, () => {
            try {
              write(outdir, AFTER, undefined, bufferLength);
            } catch (thrown) {
              assert.match(String(thrown), /ENOSPC/);
            }
          });

          write(outdir, { ...AFTER, 'm/late.yaml': 'late' });

          assert.deepEqual(contents(outdir), { ...AFTER, ...THEIRS, 'm/late.yaml': 'late' });
          assert.deepEqual(readdirSync(outdir).sort(), [INDEX_FILE, 'm']);
        });
        return failed;
      });

      assert.ok(changes > 15, `${changes} changes`);
    });
  }

  it('leaves no folder behind where there was none', () => {
    atEveryChange((n) => {
      let failed = false;
      inFolder((folder) => {
        const outdir = join(folder, 'deep/out');
        failed = withFailure(n, false, () => {
          try {
            write(outdir, { 'a/x.yaml': '1' }, undefined, 0);
          } catch (error) {
            assert.match(String(error), /ENOSPC/);
          }
        });
        if (!existsSync(join(outdir, INDEX_FILE))) assert.deepEqual(contents(folder), {});
      });
      return failed;
    });
  });

  it('says that nothing has changed, and why', () =>
    inFolder((folder) => {
      write(folder, { 'a.yaml': 'old' });
      mkdirSync(join(folder, 'b'));

      withFailure(8, false, () => {
        assert.throws(() => write(folder, { 'a.yaml': 'new', 'b/c.yaml': 'new' }), {
          name: 'ValidationError',
          message: new RegExp(`^${folder}: outdir is "ENOSPC: no space left on device, \\w+"
  allowed: a disk with enough free space
  fix: free disk space, then run the synth again$`),
        });
      });
      assert.deepEqual(contents(folder), { 'a.yaml': 'old' });
    }));
});

/** Tells whether a commit was through and only cleaning up went wrong. */
function isNew(tree: Files): boolean {
  return Object.entries(AFTER).every(([path, text]) => tree[path] === text);
}

function visible(tree: Files): Files {
  return Object.fromEntries(Object.entries(tree).filter(([path]) => !path.startsWith('.')));
}
