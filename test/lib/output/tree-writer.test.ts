import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ValidationError } from '../../../lib/base/errors';
import { INDEX_FILE } from '../../../lib/output/output-index';
import { STAGING_FOLDER } from '../../../lib/output/staging-names';
import { TreeWriter } from '../../../lib/output/tree-writer';
import { inFolder } from '../../support/in-folder';

import { contents, write } from './output-tree';

function age(file: string): void {
  utimesSync(file, new Date(0), new Date(0));
}

describe('TreeWriter', () => {
  for (const bufferLength of [undefined, 3]) {
    const where = bufferLength === undefined ? 'from memory' : 'through the staging folder';

    it(`writes a new tree ${where} and leaves nothing else behind`, () =>
      inFolder((folder) => {
        const outdir = join(folder, 'deep/out');
        const files = { 'a/x.yaml': 'one\n', 'a/b/y.yaml': 'two\n', 'z.yaml': 'three\n' };

        assert.deepEqual(write(outdir, files, undefined, bufferLength), {
          written: 3,
          unchanged: 0,
          removed: 0,
        });

        assert.deepEqual(contents(outdir), {
          'a/b/y.yaml': 'two\n',
          'a/x.yaml': 'one\n',
          'z.yaml': 'three\n',
        });
        assert.deepEqual(readdirSync(outdir).sort(), [INDEX_FILE, 'a', 'z.yaml']);
      }));

    it(`touches what has changed and nothing else ${where}`, () =>
      inFolder((folder) => {
        write(folder, { 'a/x.yaml': 'same', 'a/y.yaml': 'old', 'b/z.yaml': 'gone' });
        for (const name of ['a/x.yaml', 'a/y.yaml', INDEX_FILE]) age(join(folder, name));

        const summary = write(
          folder,
          { 'a/x.yaml': 'same', 'a/y.yaml': 'new', 'c/w.yaml': 'new' },
          undefined,
          bufferLength,
        );

        assert.deepEqual(summary, { written: 2, unchanged: 1, removed: 1 });
        assert.deepEqual(contents(folder), {
          'a/x.yaml': 'same',
          'a/y.yaml': 'new',
          'c/w.yaml': 'new',
        });
        assert.equal(statSync(join(folder, 'a/x.yaml')).mtimeMs, 0);
        assert.ok(!existsSync(join(folder, 'b')));
      }));
  }

  it('touches nothing at all when nothing has changed', () =>
    inFolder((folder) => {
      write(folder, { 'a/x.yaml': 'same' });
      for (const name of ['a/x.yaml', INDEX_FILE]) age(join(folder, name));

      assert.deepEqual(write(folder, { 'a/x.yaml': 'same' }), {
        written: 0,
        unchanged: 1,
        removed: 0,
      });

      for (const name of ['a/x.yaml', INDEX_FILE])
        assert.equal(statSync(join(folder, name)).mtimeMs, 0);
    }));

  it('refuses every foreign file in its way before it writes any', () =>
    inFolder((folder) => {
      write(folder, { 'ours.yaml': 'ours' });
      writeFileSync(join(folder, 'theirs.yaml'), 'theirs');
      mkdirSync(join(folder, 'folder.yaml'));

      assert.throws(
        () =>
          write(folder, {
            'ours.yaml': 'new',
            'theirs.yaml': 'ours now',
            'folder.yaml': 'x',
            'other.yaml': 'y',
          }),
        (error) => {
          assert.ok(error instanceof ValidationError);
          assert.equal(
            error.message,
            'theirs.yaml: file is "a file that this program did not write"\n' +
              '  allowed: a file of an earlier synth, or no file\n' +
              '  fix: move it away, or give the fleet another outdir\n' +
              'folder.yaml: file is "a folder"\n' +
              '  allowed: a file, or nothing\n' +
              '  fix: inspect it, then move it away',
          );
          return true;
        },
      );

      assert.deepEqual(contents(folder), { 'ours.yaml': 'ours', 'theirs.yaml': 'theirs' });
      assert.deepEqual(readdirSync(folder).sort(), [
        INDEX_FILE,
        'folder.yaml',
        'ours.yaml',
        'theirs.yaml',
      ]);
    }));

  it('keeps foreign files beside ours, and adopts equal ones', () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'a'));
      writeFileSync(join(folder, 'a/theirs.yaml'), 'theirs');
      writeFileSync(join(folder, 'a/equal.yaml'), 'equal');

      write(folder, { 'a/equal.yaml': 'equal', 'a/ours.yaml': 'ours' });
      const summary = write(folder, { 'b.yaml': 'b' });

      assert.deepEqual(summary, { written: 1, unchanged: 0, removed: 2 });
      assert.deepEqual(contents(folder), { 'a/theirs.yaml': 'theirs', 'b.yaml': 'b' });
    }));

  it('writes an edited file anew, but does not remove one', () =>
    inFolder((folder) => {
      write(folder, { 'kept.yaml': 'ours', 'dropped.yaml': 'ours' });
      writeFileSync(join(folder, 'kept.yaml'), 'edited');
      writeFileSync(join(folder, 'dropped.yaml'), 'edited');

      assert.deepEqual(write(folder, { 'kept.yaml': 'ours' }), {
        written: 1,
        unchanged: 0,
        removed: 0,
      });

      assert.deepEqual(contents(folder), { 'dropped.yaml': 'edited', 'kept.yaml': 'ours' });
    }));

  it('keeps everything outside of its scope', () =>
    inFolder((folder) => {
      write(folder, {
        'm/a/x.yaml': '1',
        'm/a/y.yaml': '1',
        'm/ab/x.yaml': '1',
        'm/top.yaml': '1',
      });

      const summary = write(folder, { 'm/a/x.yaml': '2' }, ['m/a']);

      assert.deepEqual(summary, { written: 1, unchanged: 0, removed: 1 });
      assert.deepEqual(contents(folder), {
        'm/a/x.yaml': '2',
        'm/ab/x.yaml': '1',
        'm/top.yaml': '1',
      });
      assert.deepEqual(write(folder, {}), { written: 0, unchanged: 0, removed: 3 });
    }));

  it('changes nothing when it is aborted', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'new/out');
      const tree = new TreeWriter(outdir, { bufferLength: 1 });
      tree.add('a/b.yaml', 'spilled');

      tree.abort();

      assert.deepEqual(readdirSync(folder), []);
    }));

  for (const path of [
    '',
    '/etc/x.yaml',
    '../x.yaml',
    'a/../../x.yaml',
    './x.yaml',
    'a/',
    'a\0b.yaml',
    'a\\b.yaml',
    'a/b/c/d.yaml',
    'README.md',
    '.git/hooks/x.yaml',
    '-x/a.yaml',
    'a b/x.yaml',
    INDEX_FILE,
    `${STAGING_FOLDER}/1/x.yaml`,
  ]) {
    it(`refuses the path ${JSON.stringify(path)}`, () =>
      inFolder((folder) => {
        assert.throws(
          () => write(folder, { [path]: 'x' }),
          (error) => error instanceof ValidationError && error.issues[0]?.rule === 'output-path',
        );
        assert.deepEqual(readdirSync(folder), []);
      }));
  }

  it('refuses a path twice', () =>
    inFolder((folder) => {
      const tree = new TreeWriter(folder);
      tree.add('a.yaml', '1');
      tree.add('a.yaml', '2');

      assert.throws(() => tree.commit(), {
        name: 'ValidationError',
        message: `a.yaml: file is "written twice"
  allowed: one cluster or chart per path
  fix: rename one of the two`,
      });
    }));

  it('writes through a link to the folder, and through none that leads out of it', () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'real'));
      mkdirSync(join(folder, 'elsewhere'));
      symlinkSync(join(folder, 'real'), join(folder, 'link'));
      symlinkSync(join(folder, 'elsewhere'), join(folder, 'real/out'));

      write(join(folder, 'link'), { 'a.yaml': '1' });

      assert.equal(readFileSync(join(folder, 'real/a.yaml'), 'utf8'), '1');
      assert.throws(() => write(join(folder, 'link'), { 'out/a.yaml': '1' }), {
        name: 'ValidationError',
        message: `out: folder is "a symbolic link"
  allowed: a folder, or nothing
  fix: inspect it, then move it away`,
      });
      assert.deepEqual(readdirSync(join(folder, 'elsewhere')), []);
    }));

  it('turns a file of ours into a folder and back', () =>
    inFolder((folder) => {
      write(folder, { 'a.yaml': 'file' });
      write(folder, { 'a.yaml/b.yaml': 'inside' });
      assert.deepEqual(contents(folder), { 'a.yaml/b.yaml': 'inside' });

      write(folder, { 'a.yaml': 'file' });
      assert.deepEqual(contents(folder), { 'a.yaml': 'file' });
    }));

  it('refuses a foreign file or a link to nowhere where a folder has to be', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'file'), 'theirs');
      symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));

      assert.throws(
        () => write(folder, { 'file/a.yaml': '1', 'link/b.yaml': '2' }),
        (error) =>
          error instanceof ValidationError &&
          error.issues.map(({ path }) => path).join() === 'file,link',
      );
    }));

  it('refuses to write outside of its scope', () =>
    inFolder((folder) => {
      assert.throws(
        () => write(folder, { 'm/b/x.yaml': '1' }, ['m/a']),
        /the file m\/b\/x\.yaml is out of scope/,
      );
    }));

  it('gives the same index for the same files in any order', () =>
    inFolder((folder) => {
      write(join(folder, 'one'), { 'a.yaml': '1', 'b.yaml': '2' });
      write(join(folder, 'two'), { 'b.yaml': '2', 'a.yaml': '1' });

      const [one, two] = ['one', 'two'].map((name) =>
        readFileSync(join(folder, name, INDEX_FILE), 'utf8'),
      );
      assert.equal(one, two);
    }));

  it('refuses a path that is a file and a folder at once', () =>
    inFolder((folder) => {
      const message = /^a\.yaml: file is "a file and a folder"/;

      assert.throws(() => write(folder, { 'a.yaml': '1', 'a.yaml/b/c.yaml': '2' }), { message });
      assert.throws(() => write(folder, { 'a.yaml/b/c.yaml': '2', 'a.yaml': '1' }), { message });
    }));

  it('makes a folder whose own folder is behind a link', () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'real'));
      symlinkSync(join(folder, 'real'), join(folder, 'link'));

      write(join(folder, 'link/new/out'), { 'a/x.yaml': '1', 'b/y.yaml': '2' }, undefined, 0);

      assert.deepEqual(contents(join(folder, 'real/new/out')), {
        'a/x.yaml': '1',
        'b/y.yaml': '2',
      });
    }));

  it('keeps a link to a folder in place of one of ours, and what is behind it', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'out');
      write(outdir, { 'm/a.yaml': '1', 'b.yaml': '1' });
      renameSync(join(outdir, 'm'), join(folder, 'm'));
      symlinkSync(join(folder, 'm'), join(outdir, 'm'));

      assert.deepEqual(write(outdir, { 'b.yaml': '1' }), { written: 0, unchanged: 1, removed: 0 });

      assert.deepEqual(readdirSync(outdir).sort(), [INDEX_FILE, 'b.yaml', 'm']);
      assert.deepEqual(readdirSync(join(folder, 'm')), ['a.yaml']);
    }));

  it('notices that a file it found equal was changed before the commit', () =>
    inFolder((folder) => {
      write(folder, { 'a.yaml': 'same' });
      const tree = new TreeWriter(folder, { bufferLength: 0 });
      tree.add('a.yaml', 'same');
      writeFileSync(join(folder, 'a.yaml'), 'edited');

      assert.throws(() => tree.commit(), {
        message: /^a\.yaml: file is "a file that something else has changed/,
      });
    }));
});
