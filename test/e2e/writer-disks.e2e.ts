import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../support/in-folder';
import { writeUntilDeath } from '../support/killed-writer';
import { everythingIn } from '../support/tree-scenes';

/** A change that no process makes so many of. */
const NEVER = { change: 1e9, when: 'before' } as const;
const NOBODY = 65534;

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** Runs something on a disk of its own; false where nobody may mount one. */
function onDisk(size: string, test: (disk: string) => void): boolean {
  return inFolder((folder) => {
    if (!run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder)) return false;
    try {
      test(folder);
    } finally {
      run('umount', folder);
    }
    return true;
  });
}

function write(outdir: string, files: Readonly<Record<string, string>>, bufferLength: number) {
  const { status, stderr } = writeUntilDeath({ outdir, files, bufferLength }, NEVER);
  return { status, stderr };
}

const BIG = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`m/c${index}/a.yaml`, 'x'.repeat(4_000)]),
);

describe('a tree on a disk of its own', function () {
  this.timeout(240_000);

  for (const bufferLength of [0, 1e9]) {
    it(`stays as it was when the disk is full: ${bufferLength}`, function () {
      const isDone = onDisk('64k', (disk) => {
        const outdir = join(disk, 'out');
        assert.equal(write(outdir, { 'm/a/a.yaml': 'old' }, bufferLength).status, 0);
        const before = everythingIn(outdir);

        const { status, stderr } = write(outdir, { ...BIG, 'm/a/a.yaml': 'new' }, bufferLength);

        assert.equal(status, 1);
        assert.match(stderr, /outdir is "ENOSPC: no space left on device, write"/);
        assert.match(stderr, /fix: free disk space, then run the synth again/);
        assert.deepEqual(everythingIn(outdir), before);
      });
      if (!isDone) this.skip();
    });

    it(`stays as it was when the disk is for reading only: ${bufferLength}`, function () {
      const isDone = onDisk('10m', (disk) => {
        const outdir = join(disk, 'out');
        assert.equal(write(outdir, { 'm/a/a.yaml': 'old' }, bufferLength).status, 0);
        const before = everythingIn(outdir);
        assert.ok(run('mount', '-o', 'remount,ro', disk));

        const { status, stderr } = write(outdir, { 'm/a/a.yaml': 'new' }, bufferLength);

        assert.equal(status, 1);
        assert.match(stderr, /outdir is "EROFS: read-only file system, open/);
        assert.match(stderr, /fix: mount it read-write, or give the fleet another outdir/);
        assert.deepEqual(everythingIn(outdir), before);
      });
      if (!isDone) this.skip();
    });
  }

  it('stays as it was when another file system is mounted inside', function () {
    const isDone = onDisk('10m', (disk) => {
      const outdir = join(disk, 'out');
      assert.equal(write(outdir, { 'm/a/a.yaml': 'old' }, 0).status, 0);
      mkdirSync(join(outdir, 'other'));
      assert.ok(run('mount', '-t', 'tmpfs', 'tmpfs', join(outdir, 'other')));
      try {
        const before = everythingIn(outdir);

        const { status, stderr } = write(outdir, { 'm/a/a.yaml': 'new', 'other/a.yaml': 'x' }, 0);

        assert.equal(status, 1);
        assert.match(stderr, /outdir is "EXDEV: cross-device link not permitted, rename/);
        assert.deepEqual(everythingIn(outdir), before);
      } finally {
        run('umount', join(outdir, 'other'));
      }
    });
    if (!isDone) this.skip();
  });

  it('stays as it was when its user may not write to it', function () {
    if (process.getuid?.() !== 0) this.skip();
    inFolder((folder) => {
      chmodSync(folder, 0o755);
      const outdir = join(folder, 'out');
      mkdirSync(outdir);
      writeFileSync(join(outdir, 'theirs'), 'mine');
      const program = join(folder, 'as-nobody.cjs');
      writeFileSync(
        program,
        `process.setegid(${NOBODY}); process.seteuid(${NOBODY});
         const { TreeWriter } = require(process.env.WRITER);
         const tree = new TreeWriter(process.env.OUTDIR);
         tree.add('m/a.yaml', '1');
         try { tree.commit(); } catch (error) { console.error(error.message); process.exitCode = 1; }`,
      );
      const env = {
        ...process.env,
        OUTDIR: outdir,
        WRITER: join(__dirname, '../../lib/output/tree-writer.ts'),
      };

      const child = spawnSync(process.execPath, ['--import', 'tsx', program], {
        cwd: join(__dirname, '../..'),
        encoding: 'utf8',
        env,
      });

      assert.equal(child.status, 1, child.stderr);
      assert.match(child.stderr, /outdir is "EACCES: permission denied, open/);
      assert.match(
        child.stderr,
        /fix: change their owner or mode, or give the fleet another outdir/,
      );
      assert.deepEqual(everythingIn(outdir), { theirs: 'mine' });
      rmSync(program);
    });
  });
});
