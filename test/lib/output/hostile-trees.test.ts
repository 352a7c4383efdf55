import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ValidationError } from '../../../lib/base/errors';
import { MEMORY_FOLDER } from '../../../lib/output/known-clusters';
import { INDEX_FILE } from '../../../lib/output/output-index';
import { LOCK_FILE } from '../../../lib/output/output-lock';
import { STAGING_FOLDER } from '../../../lib/output/staging-names';
import { TreeWriter } from '../../../lib/output/tree-writer';
import { inFolder } from '../../support/in-folder';
import { write } from './output-tree';

const TOKEN = 'fedcba9876543210'.repeat(2);

const BEFORE = { 'm/a/x.yaml': 'old', 'm/kustomization.yaml': 'k' };
const AFTER = { 'm/a/x.yaml': 'new', 'm/a/y.yaml': 'new', 'm/kustomization.yaml': 'k2' };

/** Every name that a synth makes, and whether it is one of a folder. */
const NAMES: Readonly<Record<string, 'file' | 'folder'>> = {
  [INDEX_FILE]: 'file',
  [LOCK_FILE]: 'file',
  [`${LOCK_FILE}.${TOKEN}`]: 'file',
  [STAGING_FOLDER]: 'folder',
  [`${STAGING_FOLDER}/${TOKEN}`]: 'folder',
  [MEMORY_FOLDER]: 'folder',
  [`${MEMORY_FOLDER}/clusters`]: 'file',
  [`${MEMORY_FOLDER}/.gitignore`]: 'file',
  m: 'folder',
  'm/a': 'folder',
  'm/a/x.yaml': 'file',
  'm/a/y.yaml': 'file',
};

/** What may stand there in its place. */
const HOSTS: Readonly<Record<string, (at: string, outside: string) => void>> = {
  'a link to a folder outside': (at, outside) => symlinkSync(outside, at),
  'a link to a file outside': (at, outside) => symlinkSync(join(outside, 'canary.yaml'), at),
  'a link to nothing': (at, outside) => symlinkSync(join(outside, 'nothing'), at),
  'a link to itself': (at) => symlinkSync(at, at),
  'a pipe': (at) => assert.equal(spawnSync('mkfifo', [at]).status, 0),
};

/** Everything in a folder: kinds, modes, times and texts, links not followed. */
function snapshot(folder: string): Readonly<Record<string, string>> {
  const names = ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()];
  return Object.fromEntries(
    names.map((name) => {
      const path = join(folder, name);
      const stat = lstatSync(path);
      const facts = `${stat.mode} ${stat.isDirectory() ? '' : `${stat.ino} ${stat.mtimeMs}`}`;
      if (stat.isSymbolicLink()) return [name, `${facts} -> ${readlinkSync(path)}`];
      return [name, stat.isFile() ? `${facts} ${readFileSync(path, 'utf8')}` : facts];
    }),
  );
}

/** A tree of an earlier synth, and beside it a folder of others that looks like each folder of ours. */
function inTree(run: (outdir: string, outside: string) => void): void {
  inFolder((folder) => {
    const outdir = join(folder, 'out');
    const outside = join(folder, 'outside');
    write(outdir, BEFORE);
    for (const path of ['canary.yaml', 'x.yaml', 'a/x.yaml', 'clusters', `${TOKEN}/new/m/x.yaml`]) {
      mkdirSync(dirname(join(outside, path)), { recursive: true });
      writeFileSync(join(outside, path), 'old');
    }
    run(outdir, outside);
  });
}

function replace(outdir: string, name: string, put: (at: string) => void): void {
  const at = join(outdir, name);
  rmSync(at, { recursive: true, force: true });
  mkdirSync(dirname(at), { recursive: true });
  put(at);
}

function assertRefused(outdir: string, name: string): void {
  assert.throws(
    () => write(outdir, AFTER),
    (error) => {
      assert.ok(error instanceof ValidationError, String(error));
      for (const issue of error.issues) {
        assert.match(issue.rule, /^output-(obstacle|foreign-file|lock)$/);
        const isMeant = issue.path.endsWith(name) || issue.path === 'm/kustomization.yaml';
        assert.ok(isMeant || issue.rule === 'output-lock', issue.path);
      }
      return true;
    },
  );
}

describe('a tree with something in the way', () => {
  for (const [name, kind] of Object.entries(NAMES)) {
    for (const [what, put] of Object.entries(HOSTS)) {
      it(`leaves ${what} in place of ${name} alone, and says so`, () =>
        inTree((outdir, outside) => {
          replace(outdir, name, (at) => put(at, outside));
          const before = [snapshot(outdir), snapshot(outside)];

          assertRefused(outdir, name);

          assert.deepEqual([snapshot(outdir), snapshot(outside)], before);
        }));
    }

    const other = kind === 'file' ? 'a folder' : 'a file';
    it(`leaves ${other} in place of ${name} alone, and says so`, () =>
      inTree((outdir) => {
        replace(outdir, name, (at) => {
          if (kind === 'folder') return writeFileSync(at, 'theirs');
          mkdirSync(at);
          writeFileSync(join(at, 'theirs'), 'theirs');
        });
        const before = snapshot(outdir);

        assertRefused(outdir, name);

        assert.deepEqual(snapshot(outdir), before);
      }));
  }

  for (const name of ['m', 'm/a']) {
    it(`removes nothing behind a link in place of ${name}, and not the link`, () =>
      inTree((outdir, outside) => {
        replace(outdir, name, (at) => symlinkSync(outside, at));
        const before = snapshot(outside);

        write(outdir, {});

        assert.deepEqual(snapshot(outside), before);
        assert.equal(readlinkSync(join(outdir, name)), outside);
      }));
  }

  it('removes nothing of others from the folders of its own', () =>
    inTree((outdir) => {
      const theirs = [
        `${STAGING_FOLDER}/notes`,
        `${STAGING_FOLDER}/123-1/new/x`,
        `${STAGING_FOLDER}/${TOKEN}x/a`,
        `${MEMORY_FOLDER}/notes`,
        `${MEMORY_FOLDER}/clusters.old`,
      ];
      for (const path of theirs) {
        mkdirSync(dirname(join(outdir, path)), { recursive: true });
        writeFileSync(join(outdir, path), 'theirs');
      }
      mkdirSync(join(outdir, STAGING_FOLDER, TOKEN, 'new'), { recursive: true });

      write(outdir, AFTER);

      for (const path of theirs) assert.equal(readFileSync(join(outdir, path), 'utf8'), 'theirs');
      assert.ok(!readdirSync(join(outdir, STAGING_FOLDER)).includes(TOKEN));
    }));

  it('changes nothing in a file outside that has a second name here', () =>
    inTree((outdir, outside) => {
      const canary = join(outside, 'canary.yaml');
      for (const name of ['m/a/x.yaml', INDEX_FILE]) {
        rmSync(join(outdir, name));
        linkSync(canary, join(outdir, name));
      }
      writeFileSync(canary, '{"version":1,"files":{}}');
      const before = snapshot(outside);

      assertRefused(outdir, 'm/a/x.yaml');
      const tree = new TreeWriter(outdir);
      tree.add('m/a/x.yaml', '{"version":1,"files":{}}', true);
      tree.commit();

      assert.deepEqual(snapshot(outside), before);
    }));

  it('says what an outdir is that is no folder', () =>
    inFolder((folder) => {
      const file = join(folder, 'file');
      const link = join(folder, 'link');
      writeFileSync(file, 'theirs');
      symlinkSync(join(folder, 'nothing'), link);

      assert.throws(() => write(link, AFTER), {
        name: 'ValidationError',
        message: `${link}: folder is "a dangling symbolic link"
  allowed: a folder, or nothing
  fix: inspect it, then move it away`,
      });
      for (const outdir of [file, join(file, 'deeper')]) {
        assert.throws(() => write(outdir, AFTER), {
          name: 'ValidationError',
          message:
            /^\S+: outdir is "E(EXIST|NOTDIR): .*"\n.*\n {2}fix: move away what is in the way/,
        });
      }
      assert.equal(readFileSync(file, 'utf8'), 'theirs');
      assert.deepEqual(readdirSync(folder).sort(), ['file', 'link']);
    }));
});
