import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { SynthError, ValidationError } from '../../../lib/errors';
import { INDEX_FILE } from '../../../lib/synth/output-index';
import { LOCK_FILE } from '../../../lib/synth/output-lock';
import { STAGING_FOLDER } from '../../../lib/synth/staging';
import { type CommitSummary, TreeWriter } from '../../../lib/synth/tree-writer';
import { ROOT } from '../../support/import-graph';
import { inFolder } from '../../support/in-folder';

type Files = Readonly<Record<string, string>>;

function write(
  outdir: string,
  files: Files,
  scope?: readonly string[],
  bufferLength?: number,
): CommitSummary {
  const tree = new TreeWriter(outdir, bufferLength === undefined ? {} : { bufferLength });
  for (const [path, content] of Object.entries(files)) tree.add(path, content);
  return tree.commit(scope);
}

/** Contents of a folder by path, without our index. */
function contents(folder: string): Files {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = join(folder, name);
    if (statSync(file).isFile() && name !== INDEX_FILE) found[name] = readFileSync(file, 'utf8');
  }
  return found;
}

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

  it('waits for nobody: a folder that another process writes is an error', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, LOCK_FILE), String(process.ppid));

      assert.throws(
        () => write(folder, { a: '1' }),
        new RegExp(`being written by process ${process.ppid}`),
      );
      assert.deepEqual(contents(folder), { [LOCK_FILE]: String(process.ppid) });
    }));

  it('takes over from a process that is gone, and cleans up behind it', () =>
    inFolder((folder) => {
      const { pid } = spawnSync('true');
      writeFileSync(join(folder, LOCK_FILE), String(pid));
      mkdirSync(join(folder, STAGING_FOLDER, `${pid}-1`), { recursive: true });

      write(folder, { a: '1' });

      assert.deepEqual(readdirSync(folder).sort(), [INDEX_FILE, 'a']);
    }));

  it('completes what a process killed in the middle of a commit began', () =>
    inFolder((folder) => {
      write(folder, { a: 'old', b: 'old', c: 'old' });
      const program = `
        const fs = require('node:fs');
        const rename = fs.renameSync;
        let count = 0;
        fs.renameSync = (...args) => { if (++count === 3) process.kill(process.pid, 'SIGKILL'); rename(...args); };
        const { TreeWriter } = require(${JSON.stringify(join(ROOT, 'lib/synth/tree-writer.ts'))});
        const tree = new TreeWriter(${JSON.stringify(folder)});
        for (const name of ['a', 'b', 'd']) tree.add(name, 'half');
        tree.commit();
      `;
      const child = spawnSync(process.execPath, ['--import', 'tsx', '-e', program], { cwd: ROOT });
      assert.equal(child.signal, 'SIGKILL');
      assert.equal(
        Object.values(contents(folder)).filter((text) => text === 'half').length > 0,
        true,
      );

      const summary = write(folder, { a: 'new', b: 'new', d: 'new' });

      assert.equal(summary.written, 3);
      assert.deepEqual(contents(folder), { a: 'new', b: 'new', d: 'new' });
      assert.deepEqual(readdirSync(folder).sort(), [INDEX_FILE, 'a', 'b', 'd']);
    }));

  it('leaves the old tree when the disk takes no more', () => {
    inFolder((folder) => {
      write(folder, { 'a/x': 'old' });
      const program = `
        const fs = require('node:fs');
        const writeFile = fs.writeFileSync;
        let count = 0;
        fs.writeFileSync = (...args) => {
          if (++count > 2) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
          writeFile(...args);
        };
        const { TreeWriter } = require(${JSON.stringify(join(ROOT, 'lib/synth/tree-writer.ts'))});
        const tree = new TreeWriter(${JSON.stringify(folder)});
        tree.add('a/x', 'new'); tree.add('a/y', 'new');
        tree.commit();
      `;
      const child = spawnSync(process.execPath, ['--import', 'tsx', '-e', program], {
        cwd: ROOT,
        encoding: 'utf8',
      });

      assert.match(child.stderr, /ENOSPC/);
      assert.deepEqual(contents(folder), { 'a/x': 'old' });
      assert.deepEqual(readdirSync(folder).sort(), [INDEX_FILE, 'a']);
    });
  });

  it('removes nothing outside of the folder, whatever the index says', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'out');
      write(outdir, { a: '1' });
      writeFileSync(join(folder, 'victim'), '1');
      const index = readFileSync(join(outdir, INDEX_FILE), 'utf8');
      writeFileSync(join(outdir, INDEX_FILE), index.replace('"a"', '"../victim"'));

      assert.throws(() => write(outdir, { b: '2' }), /is damaged/);

      assert.ok(existsSync(join(folder, 'victim')));
    }));

  it('keeps two writers of one process apart', () =>
    inFolder((folder) => {
      const [first, second] = [1, 2].map(() => new TreeWriter(folder, { bufferLength: 0 }));
      first?.add('a', '1');
      second?.add('b', '2');
      second?.abort();

      first?.commit();

      assert.deepEqual(contents(folder), { a: '1' });
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

  it('removes after a crash what the crashed synth would have replaced', () =>
    inFolder((folder) => {
      write(folder, { a: 'old', b: 'old' });
      const program = `
        const fs = require('node:fs');
        const rename = fs.renameSync;
        let count = 0;
        fs.renameSync = (...args) => { if (++count === 2) process.kill(process.pid, 'SIGKILL'); rename(...args); };
        const { TreeWriter } = require(${JSON.stringify(join(ROOT, 'lib/synth/tree-writer.ts'))});
        const tree = new TreeWriter(${JSON.stringify(folder)});
        for (const name of ['a', 'b']) tree.add(name, 'new');
        tree.commit();
      `;
      const child = spawnSync(process.execPath, ['--import', 'tsx', '-e', program], { cwd: ROOT });
      assert.equal(child.signal, 'SIGKILL');

      assert.deepEqual(write(folder, {}), { written: 0, unchanged: 0, removed: 2 });
      assert.deepEqual(contents(folder), {});
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

  it('says what to do with a damaged index', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, INDEX_FILE), '{');
      chmodSync(join(folder, INDEX_FILE), 0o600);

      assert.throws(() => write(folder, { a: '1' }), /is damaged; restore it/);
    }));
});
