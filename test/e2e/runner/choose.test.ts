import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/import-graph';
import { SUITES, type Suite } from '../suites';
import { choose, type Situation, sum } from './choose';
import { runOptions } from './options';
import { testFilesOf } from './test-files';

const TABLE: readonly Suite[] = [
  { name: 'always', minutes: 5, ring: 'core', covers: ['lib/base'] },
  { name: 'writer', minutes: 10, covers: ['lib/output', 'package.json'] },
  { name: 'machines', minutes: 20, covers: ['lib/kubeadm'] },
  { name: 'hundreds', minutes: 60, ring: 'long', covers: ['lib/output'] },
];

describe('the suites', () => {
  it('are the files that there are', () => {
    const files = readdirSync(join(ROOT, 'test/e2e')).filter((name) => name.endsWith('.e2e.ts'));

    assert.deepEqual(SUITES.map(({ name }) => `${name}.e2e.ts`).sort(), files.sort());
  });

  it('cover files and folders that there are', () => {
    const missing = SUITES.flatMap(({ name, covers }) =>
      covers.filter((path) => !existsSync(join(ROOT, path))).map((path) => `${name}: ${path}`),
    );

    assert.deepEqual(missing, []);
  });

  it('leave no subject of the library uncovered', () => {
    const covered = SUITES.flatMap(({ covers }) => covers);
    const subjects = readdirSync(join(ROOT, 'lib'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `lib/${name}`);

    assert.deepEqual(
      subjects.filter((subject) => !covered.some((path) => `${path}/`.startsWith(`${subject}/`))),
      [],
    );
  });

  it('have a core that leaves most of the minutes to what changed', () => {
    assert.ok(sum(SUITES.filter(({ ring }) => ring === 'core')) <= 40);
  });

  it('are made of their own file and what it imports under test', () => {
    const files = testFilesOf({ name: 'killed-fleet', minutes: 1, covers: [] });

    assert.ok(files.includes('test/e2e/killed-fleet.e2e.ts'));
    assert.ok(files.includes('test/support/killed-writer.ts'));
    assert.ok(files.every((file) => file.startsWith('test/')));
  });
});

describe('a choice of suites', () => {
  it('is the core and what a change touches', () => {
    const { run, left } = choose(TABLE, situation(['lib/output/write.ts', 'docs/rules.md']));

    assert.deepEqual(run.map(told), ['always: core', 'writer: 1 files changed']);
    assert.deepEqual(left.map(told), [
      'machines: nothing that it covers changed',
      'hundreds: long ring',
    ]);
  });

  it('knows files by their whole name, and folders by their whole path', () => {
    const { run } = choose(TABLE, situation(['package.json.orig', 'lib/output-two/write.ts']));

    assert.deepEqual(run.map(told), ['always: core']);
  });

  it('takes first what is touched most, and what fits', () => {
    const changed = ['lib/kubeadm/a.ts', 'lib/output/a.ts', 'lib/output/b.ts'];
    const { run, left } = choose(TABLE, { ...situation(changed), minutes: 24 });

    assert.deepEqual(run.map(told), ['always: core', 'writer: 2 files changed']);
    assert.deepEqual(left.map(told), [
      'machines: 1 files changed, no room in 24 minutes',
      'hundreds: long ring',
    ]);
  });

  it('counts a change of the test itself', () => {
    const { run } = choose(TABLE, situation(['test/e2e/machines.e2e.ts']));

    assert.deepEqual(run.map(told), ['always: core', 'machines: 1 files changed']);
  });

  it('gives every suite but the long ones its turn where no change is known', () => {
    const first = (commit: string) =>
      choose(TABLE, { ...situation(undefined), minutes: 25, commit }).run[1]?.suite.name;
    const commits = Array.from({ length: 40 }, (_, number) => `commit ${number}`);

    assert.deepEqual([...new Set(commits.map(first))].sort(), ['machines', 'writer']);
    assert.equal(choose(TABLE, situation(undefined)).run.length, 3);
  });

  it('has the core even where there is no time', () => {
    const { run } = choose(TABLE, { ...situation(['lib/output/a.ts']), minutes: 0 });

    assert.deepEqual(run.map(told), ['always: core']);
  });
});

describe('the command line of the suites', () => {
  it('names suites, minutes and arguments for mocha', () => {
    const { minutes, list, names, mocha, all } = runOptions(
      ['--minutes', '12', 'writer', '--list', '--', '-f', 'disk'],
      TABLE,
    );

    assert.deepEqual(
      { minutes, list, names, mocha, all },
      {
        minutes: 12,
        list: true,
        names: ['writer'],
        mocha: ['-f', 'disk'],
        all: false,
      },
    );
  });

  for (const [what, args, message] of [
    [
      'a suite that there is not',
      ['writers'],
      /^Error: no suite writers; there are always, writer/,
    ],
    ['an option that there is not', ['--al'], /no suite --al/],
    ['minutes that are no number', ['--minutes', 'few'], /--minutes takes an integer/],
    ['names beside everything', ['--all', 'writer'], /--all or names, not both/],
  ] as const) {
    it(`does not take ${what}`, () => {
      assert.throws(() => runOptions(args, TABLE), message);
    });
  }
});

function situation(changed: readonly string[] | undefined): Situation {
  const filesOf = ({ name }: Suite) => [`test/e2e/${name}.e2e.ts`];
  return { changed, minutes: 40, commit: 'abc', filesOf };
}

function told({ suite, reason }: { readonly suite: Suite; readonly reason: string }): string {
  return `${suite.name}: ${reason}`;
}
