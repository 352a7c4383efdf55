import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../../support/in-folder';
import { changedFiles } from './changed';

describe('the files that changed', () => {
  it('are those since the branch point, and what is not committed yet', () => {
    inRepository((git, folder, write) => {
      git('switch', '-c', 'topic');
      write('lib/a.ts', 'other');
      git('commit', '-qam', 'two');
      write('lib/new.ts', 'new');

      assert.deepEqual(changedFiles(folder), { base: 'main', files: ['lib/a.ts', 'lib/new.ts'] });
    });
  });

  it('are not known on the default branch, where no tag was ever set', () => {
    inRepository((_, folder) => assert.equal(changedFiles(folder), undefined));
  });

  it('are those since the last tag on the default branch', () => {
    inRepository((git, folder, write) => {
      git('tag', 'v1');
      write('lib/a.ts', 'other');
      git('commit', '-qam', 'two');
      git('tag', 'v2');

      assert.deepEqual(changedFiles(folder), { base: 'v1', files: ['lib/a.ts'] });
    });
  });

  it('are those since a revision that is named', () => {
    inRepository((git, folder, write) => {
      write('lib/a.ts', 'other');
      git('commit', '-qam', 'two');
      withBase('HEAD~1', () => {
        assert.deepEqual(changedFiles(folder), { base: 'HEAD~1', files: ['lib/a.ts'] });
      });
      withBase('nowhere', () => {
        assert.throws(() => changedFiles(folder), /CAPI_FLEET_E2E_BASE: no revision nowhere/);
      });
    });
  });
});

type Git = (...args: string[]) => void;
type Write = (file: string, text: string) => void;

function inRepository(test: (git: Git, folder: string, write: Write) => void): void {
  inFolder((folder) => {
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org'];
    const git: Git = (...args) => execFileSync('git', [...identity, ...args], { cwd: folder });
    const write: Write = (file, text) => {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    git('init', '-q', '-b', 'main');
    write('lib/a.ts', 'one');
    git('add', '.');
    git('commit', '-qm', 'one');
    withBase(undefined, () => test(git, folder, write));
  });
}

function withBase(base: string | undefined, test: () => void): void {
  const before = process.env.CAPI_FLEET_E2E_BASE;
  if (base === undefined) delete process.env.CAPI_FLEET_E2E_BASE;
  else process.env.CAPI_FLEET_E2E_BASE = base;
  try {
    test();
  } finally {
    if (before === undefined) delete process.env.CAPI_FLEET_E2E_BASE;
    else process.env.CAPI_FLEET_E2E_BASE = before;
  }
}
