import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { SynthError, ValidationError } from '../../../lib/errors';
import { INDEX_FILE } from '../../../lib/synth/output-index';
import { STAGING_FOLDER } from '../../../lib/synth/staging';
import { TreeWriter } from '../../../lib/synth/tree-writer';
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
        write(folder, { 'a/x': 'same', 'a/y': 'old', 'b/z': 'gone' });
        for (const name of ['a/x', 'a/y', INDEX_FILE]) age(join(folder, name));

        const summary = write(
          folder,
          { 'a/x': 'same', 'a/y': 'new', 'c/w': 'new' },
          undefined,
          bufferLength,
        );

        assert.deepEqual(summary, { written: 2, unchanged: 1, removed: 1 });
        assert.deepEqual(contents(folder), { 'a/x': 'same', 'a/y': 'new', 'c/w': 'new' });
        assert.equal(statSync(join(folder, 'a/x')).mtimeMs, 0);
        assert.ok(!existsSync(join(folder, 'b')));
      }));
  }

  it('touches nothing at all when nothing has changed', () =>
    inFolder((folder) => {
      write(folder, { 'a/x': 'same' });
      for (const name of ['a/x', INDEX_FILE]) age(join(folder, name));

      assert.deepEqual(write(folder, { 'a/x': 'same' }), { written: 0, unchanged: 1, removed: 0 });

      for (const name of ['a/x', INDEX_FILE]) assert.equal(statSync(join(folder, name)).mtimeMs, 0);
    }));

  it('refuses every foreign file in its way before it writes any', () =>
    inFolder((folder) => {
      write(folder, { ours: 'ours' });
      writeFileSync(join(folder, 'theirs'), 'theirs');
      mkdirSync(join(folder, 'folder'));

      assert.throws(
        () => write(folder, { ours: 'new', theirs: 'ours now', folder: 'x', other: 'y' }),
        (error) => {
          assert.ok(error instanceof ValidationError);
          assert.equal(
            error.message,
            'theirs: file is "a file that this program did not write"\n' +
              '  allowed: a file of an earlier synth, or none\n' +
              '  fix: move it away, or give the fleet another outdir\n' +
              'folder: file is "a file that this program did not write"\n' +
              '  allowed: a file of an earlier synth, or none\n' +
              '  fix: move it away, or give the fleet another outdir',
          );
          return true;
        },
      );

      assert.deepEqual(contents(folder), { ours: 'ours', theirs: 'theirs' });
      assert.deepEqual(readdirSync(folder).sort(), [INDEX_FILE, 'folder', 'ours', 'theirs']);
    }));

  it('keeps foreign files beside ours, and adopts equal ones', () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'a'));
      writeFileSync(join(folder, 'a/theirs'), 'theirs');
      writeFileSync(join(folder, 'a/equal'), 'equal');

      write(folder, { 'a/equal': 'equal', 'a/ours': 'ours' });
      const summary = write(folder, { b: 'b' });

      assert.deepEqual(summary, { written: 1, unchanged: 0, removed: 2 });
      assert.deepEqual(contents(folder), { 'a/theirs': 'theirs', b: 'b' });
    }));

  it('writes an edited file anew, but does not remove one', () =>
    inFolder((folder) => {
      write(folder, { kept: 'ours', dropped: 'ours' });
      writeFileSync(join(folder, 'kept'), 'edited');
      writeFileSync(join(folder, 'dropped'), 'edited');

      assert.deepEqual(write(folder, { kept: 'ours' }), { written: 1, unchanged: 0, removed: 0 });

      assert.deepEqual(contents(folder), { dropped: 'edited', kept: 'ours' });
    }));

  it('keeps everything outside of its scope', () =>
    inFolder((folder) => {
      write(folder, { 'm/a/x': '1', 'm/a/y': '1', 'm/ab/x': '1', 'm/top': '1' });

      const summary = write(folder, { 'm/a/x': '2' }, ['m/a']);

      assert.deepEqual(summary, { written: 1, unchanged: 0, removed: 1 });
      assert.deepEqual(contents(folder), { 'm/a/x': '2', 'm/ab/x': '1', 'm/top': '1' });
      assert.deepEqual(write(folder, {}), { written: 0, unchanged: 0, removed: 3 });
    }));

  it('changes nothing when it is aborted', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'new/out');
      const tree = new TreeWriter(outdir, { bufferLength: 1 });
      tree.add('a/b', 'spilled');

      tree.abort();

      assert.deepEqual(readdirSync(folder), []);
    }));

  for (const path of [
    '',
    '/etc/x',
    '../x',
    'a/../../x',
    './x',
    'a/',
    'a\0b',
    INDEX_FILE,
    `${STAGING_FOLDER}/1/x`,
  ]) {
    it(`refuses the path ${JSON.stringify(path)}`, () =>
      inFolder((folder) => {
        assert.throws(() => write(folder, { [path]: 'x' }), SynthError);
      }));
  }

  it('refuses a path twice', () =>
    inFolder((folder) => {
      const tree = new TreeWriter(folder);
      tree.add('a', '1');

      assert.throws(() => tree.add('a', '2'), /the file a is written twice/);
    }));

  it('writes through a link to the folder, and through none that leads out of it', () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'real'));
      mkdirSync(join(folder, 'elsewhere'));
      symlinkSync(join(folder, 'real'), join(folder, 'link'));
      symlinkSync(join(folder, 'elsewhere'), join(folder, 'real/out'));

      write(join(folder, 'link'), { a: '1' });

      assert.equal(readFileSync(join(folder, 'real/a'), 'utf8'), '1');
      assert.throws(() => write(join(folder, 'link'), { 'out/a': '1' }), SynthError);
      assert.deepEqual(readdirSync(join(folder, 'elsewhere')), []);
    }));

  it('turns a file of ours into a folder and back', () =>
    inFolder((folder) => {
      write(folder, { a: 'file' });
      write(folder, { 'a/b': 'inside' });
      assert.deepEqual(contents(folder), { 'a/b': 'inside' });

      write(folder, { a: 'file' });
      assert.deepEqual(contents(folder), { a: 'file' });
    }));

  it('refuses a foreign file or a link to nowhere where a folder has to be', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'file'), 'theirs');
      symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));

      assert.throws(
        () => write(folder, { 'file/a': '1', 'link/b': '2' }),
        (error) =>
          error instanceof ValidationError &&
          error.issues.map(({ path }) => path).join() === 'file,link',
      );
    }));

  it('refuses to write outside of its scope', () =>
    inFolder((folder) => {
      assert.throws(
        () => write(folder, { 'm/b/x': '1' }, ['m/a']),
        /the file m\/b\/x is out of scope/,
      );
    }));

  it('gives the same index for the same files in any order', () =>
    inFolder((folder) => {
      write(join(folder, 'one'), { a: '1', b: '2' });
      write(join(folder, 'two'), { b: '2', a: '1' });

      const [one, two] = ['one', 'two'].map((name) =>
        readFileSync(join(folder, name, INDEX_FILE), 'utf8'),
      );
      assert.equal(one, two);
    }));

  it('refuses a path that is a file and a folder at once', () =>
    inFolder((folder) => {
      assert.throws(() => write(folder, { a: '1', 'a/b/c': '2' }), /a is written as a file and as/);
      assert.throws(() => write(folder, { 'a/b/c': '2', 'a/b': '1' }), /a\/b is written as a file/);
    }));

  it('makes a folder whose own folder is behind a link', () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'real'));
      symlinkSync(join(folder, 'real'), join(folder, 'link'));

      write(join(folder, 'link/new/out'), { 'a/x': '1', 'b/y': '2' }, undefined, 0);

      assert.deepEqual(contents(join(folder, 'real/new/out')), { 'a/x': '1', 'b/y': '2' });
    }));

  it('replaces a link of the user in place of a file of ours, and not what it leads to', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'out');
      write(outdir, { a: 'ours' });
      writeFileSync(join(folder, 'theirs'), 'theirs');
      rmSync(join(outdir, 'a'));
      symlinkSync(join(folder, 'theirs'), join(outdir, 'a'));

      write(outdir, { a: 'new' });

      assert.deepEqual(contents(outdir), { a: 'new' });
      assert.equal(readFileSync(join(folder, 'theirs'), 'utf8'), 'theirs');
    }));

  it('keeps a link to a folder when it removes the files behind it', () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'real'));
      symlinkSync('real', join(folder, 'link'));
      write(folder, { 'link/a': '1' });

      assert.deepEqual(write(folder, {}), { written: 0, unchanged: 0, removed: 1 });

      assert.deepEqual(readdirSync(folder).sort(), [INDEX_FILE, 'link', 'real']);
    }));

  it('notices that a file it found equal was changed before the commit', () =>
    inFolder((folder) => {
      write(folder, { a: 'same' });
      const tree = new TreeWriter(folder, { bufferLength: 0 });
      tree.add('a', 'same');
      writeFileSync(join(folder, 'a'), 'edited');

      assert.throws(() => tree.commit(), /a was changed by something else meanwhile/);
    }));
});
