import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type LockHolder, stateOf, thisHolder } from '../../../lib/output/lock-holder';
import { INDEX_FILE } from '../../../lib/output/output-index';
import { LOCK_FILE, OutputLock } from '../../../lib/output/output-lock';
import { processStart } from '../../../lib/output/process-start';
import { TreeWriter } from '../../../lib/output/tree-writer';
import { ROOT } from '../../support/import-graph';
import { inFolder, inFolderUntil } from '../../support/in-folder';
import { contents, write } from './output-tree';

const TOKEN = '0123456789abcdef'.repeat(2);

/** Puts a lock into a folder as another process would have. */
function lockOf(folder: string, holder: Partial<LockHolder>): string {
  const file = join(folder, `${LOCK_FILE}.${TOKEN}`);
  writeFileSync(file, JSON.stringify({ version: 1, ...thisHolder(TOKEN), ...holder }));
  return file;
}

/** Process that lives on, and is not this one. */
function parent(): Pick<LockHolder, 'pid' | 'started'> {
  return { pid: process.ppid, started: processStart(process.ppid) ?? '' };
}

const AWAY: Readonly<Record<string, Partial<LockHolder>>> = {
  'another host': { host: 'elsewhere' },
  'another container of the host': { processes: 'pid:[1]' },
  'an earlier start of the host': { boot: 'earlier' },
};

describe('OutputLock', () => {
  it('names host, start, process and a random token', () =>
    inFolder((folder) => {
      const lock = OutputLock.take(folder, false);
      const [name = ''] = readdirSync(folder);
      const text: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      lock.release();

      assert.match(name, /^\.capi-fleet\.lock\.[0-9a-f]{32}$/);
      assert.deepEqual(text, { version: 1, ...thisHolder(name.slice(LOCK_FILE.length + 1)) });
      assert.equal(thisHolder('').host, hostname());
      assert.deepEqual(readdirSync(folder), []);
    }));

  it('waits for no process that lives, whatever it is told', () =>
    inFolder((folder) => {
      lockOf(folder, parent());
      const before = contents(folder);

      for (const force of [false, true]) {
        const tree = new TreeWriter(folder, { force });
        tree.add('a.yaml', '1');
        assert.throws(() => tree.commit(), {
          name: 'ValidationError',
          message: `${folder}: lock is "held by process ${process.ppid} of host ${hostname()}"
  allowed: one synth at a time
  fix: wait until it has ended, then run the synth again`,
        });
      }
      assert.deepEqual(contents(folder), before);
    }));

  it('takes over from a process that is gone', () =>
    inFolder((folder) => {
      lockOf(folder, { pid: spawnSync('true').pid, started: '1' });

      write(folder, { 'a.yaml': '1' });

      assert.deepEqual(readdirSync(folder).sort(), [INDEX_FILE, 'a.yaml']);
    }));

  it('takes over from a process whose number another one has now', () =>
    inFolder((folder) => {
      lockOf(folder, { pid: process.ppid, started: '1' });

      write(folder, { 'a.yaml': '1' });

      assert.deepEqual(readdirSync(folder).sort(), [INDEX_FILE, 'a.yaml']);
    }));

  for (const [what, holder] of Object.entries(AWAY)) {
    it(`takes nothing from ${what} unless it is told to`, () =>
      inFolder((folder) => {
        const pid = spawnSync('true').pid;
        const file = lockOf(folder, { pid, ...holder });
        const host = holder.host ?? hostname();

        assert.throws(() => write(folder, { 'a.yaml': '1' }), {
          name: 'ValidationError',
          message: `${folder}: lock is "held by process ${pid} of host ${host}, which is not visible from here"
  allowed: one synth at a time
  fix: make sure that no other synth is running, then run capi-fleet synth --force, or another program with CAPI_FLEET_FORCE=true`,
        });
        assert.ok(readdirSync(folder).includes(`${LOCK_FILE}.${TOKEN}`));

        const tree = new TreeWriter(folder, { force: true });
        tree.add('a.yaml', '1');
        tree.commit();
        assert.deepEqual(readdirSync(folder).sort(), [INDEX_FILE, 'a.yaml'], file);
      }));
  }

  for (const text of ['', '{', '17', '{"version":2}', '{"version":1,"pid":"1"}']) {
    it(`takes nothing from a lock that says ${JSON.stringify(text)}`, () =>
      inFolder((folder) => {
        for (const name of [LOCK_FILE, `${LOCK_FILE}.${TOKEN}`]) {
          const file = join(folder, name);
          writeFileSync(file, text);

          assert.throws(() => write(folder, { 'a.yaml': '1' }), {
            name: 'ValidationError',
            message: new RegExp(`^${folder}: lock is "${file}"\n  allowed: one synth at a time\n`),
          });
          assert.equal(readFileSync(file, 'utf8'), text);
          rmSync(file);
        }
      }));
  }

  it('follows no link in place of a lock, and removes none', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'out');
      mkdirSync(outdir);
      writeFileSync(join(folder, 'canary'), 'canary');
      symlinkSync(join(folder, 'canary'), join(outdir, `${LOCK_FILE}.${TOKEN}`));

      for (const force of [false, true]) {
        const tree = new TreeWriter(outdir, { force });
        tree.add('a.yaml', '1');
        assert.throws(() => tree.commit(), { message: /^\S+: file is "a symbolic link"/ });
      }
      assert.deepEqual(readdirSync(outdir), [`${LOCK_FILE}.${TOKEN}`]);
      assert.equal(readFileSync(join(folder, 'canary'), 'utf8'), 'canary');
    }));

  it('notices when its lock is taken away, and changes nothing then', () =>
    inFolder((folder) => {
      write(folder, { 'a.yaml': 'old' });
      const tree = new TreeWriter(folder, { bufferLength: 0 });
      tree.add('a.yaml', 'new');
      for (const name of readdirSync(folder).filter((one) => one.startsWith(LOCK_FILE))) {
        rmSync(join(folder, name));
      }

      assert.throws(() => tree.commit(), {
        name: 'ValidationError',
        message: `${folder}: lock is "removed by another process"
  allowed: one synth at a time
  fix: wait until the other synth has ended, then run this one again`,
      });
      assert.deepEqual(contents(folder), { 'a.yaml': 'old' });
    }));

  it('keeps two writers of one process apart', () =>
    inFolder((folder) => {
      const [first, second] = [1, 2].map(() => new TreeWriter(folder, { bufferLength: 0 }));
      first?.add('a.yaml', '1');
      second?.add('b.yaml', '2');
      assert.deepEqual(
        second?.mistakes.map(({ rule }) => rule),
        ['output-lock'],
      );
      second?.abort();

      first?.commit();

      assert.deepEqual(contents(folder), { 'a.yaml': '1' });
    }));

  it('lets processes that begin at once write one after the other, and never at once', () =>
    inFolderUntil(async (folder) => {
      const program = join(ROOT, 'test/support/rival-writer.ts');
      const outdir = join(folder, 'out');
      const rivals = Array.from({ length: 6 }, (_, index) => {
        const args = [outdir, join(folder, 'marker'), `writer-${index}`, '5'];
        const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
          cwd: ROOT,
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        const texts: string[] = [];
        child.stderr.on('data', (data) => texts.push(String(data)));
        return new Promise<string>((done) =>
          child.once('close', (code) => done(code === 0 ? '' : `${code}: ${texts.join('')}`)),
        );
      });

      assert.deepEqual(
        (await Promise.all(rivals)).filter((failure) => failure !== ''),
        [],
      );
      assert.deepEqual(readdirSync(outdir).sort(), [INDEX_FILE, 'm']);
    })).timeout(120_000);

  it('is held by nobody any more once its process has another start', () => {
    const self = thisHolder('other');

    assert.equal(stateOf({ ...self, ...parent() }), 'alive');
    assert.equal(stateOf({ ...self, pid: process.ppid, started: 'earlier' }), 'dead');
    assert.equal(stateOf({ ...self, thread: self.thread + 1 }), 'alive');
    assert.equal(stateOf(self), 'dead');
  });
});
