import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { INDEX_FILE } from '../../../lib/synth/output-index';
import { LOCK_FILE } from '../../../lib/synth/output-lock';
import { STAGING_FOLDER } from '../../../lib/synth/staging';
import { TreeWriter } from '../../../lib/synth/tree-writer';
import { ROOT } from '../../support/import-graph';
import { inFolder } from '../../support/in-folder';

import { contents, write } from './output-tree';

describe('a tree whose synth is disturbed', () => {
  it('waits for nobody: a folder that another process writes is an error', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, LOCK_FILE), String(process.ppid));

      assert.throws(() => write(folder, { a: '1' }), {
        name: 'SynthError',
        message: `${folder} is being written by process ${process.ppid}; wait for it, or type "rm '${join(folder, LOCK_FILE)}'" if that is no synth`,
      });
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

  it('takes over from a process whose number another one has now', () =>
    inFolder((folder) => {
      const file = join(folder, LOCK_FILE);
      writeFileSync(file, String(process.ppid));
      utimesSync(file, 1, 1);

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

  it('says what to do with a damaged index', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, INDEX_FILE), '{');
      chmodSync(join(folder, INDEX_FILE), 0o600);

      assert.throws(() => write(folder, { a: '1' }), /is damaged; restore it/);
    }));

  it('moves nothing that a crashed process of the same number had staged', () =>
    inFolder((folder) => {
      const probe = new TreeWriter(folder, { bufferLength: 0 });
      probe.add('a', '1');
      const [name = ''] = readdirSync(join(folder, STAGING_FOLDER));
      probe.abort();
      const next = name.replace(/\d+$/, (count) => String(Number(count) + 1));
      mkdirSync(join(folder, STAGING_FOLDER, next, 'new'), { recursive: true });
      writeFileSync(join(folder, STAGING_FOLDER, next, 'new/old'), 'of a crashed synth');

      write(folder, { a: '1' });

      assert.deepEqual(readdirSync(folder).sort(), [INDEX_FILE, 'a']);
    }));
});
