import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../support/import-graph';
import { SUITES, type Suite } from '../suites';
import { changedFiles } from './changed';
import { type Choice, type Chosen, choose, sum } from './choose';
import { type RunOptions, runOptions } from './options';
import { commitOf, testFilesOf } from './test-files';

/** Chooses suites, says what was left out and why, and hands the others to mocha. */
function main(): void {
  const options = runOptions(process.argv.slice(2), SUITES);
  const { run, left } = chosen(options);
  const suites = run.map(({ suite }) => suite);
  print(`${run.length} suites, ${sum(suites)} minutes:`, run);
  if (left.length > 0) print('left out, each to be run with `npm run e2e -- NAME`:', left);
  if (left.length > 0) console.log('everything: npm run e2e -- --all');
  if (options.list) return;
  const files = SUITES.filter((suite) => suites.includes(suite)).map(({ name }) => fileOf(name));
  const flags = ['--no-package', '--config', 'test/e2e/mocharc.json'];
  const mocha = join(ROOT, 'node_modules/mocha/bin/mocha.js');
  const child = spawn(process.execPath, [mocha, ...flags, ...options.mocha, ...files], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // The terminal sends an interrupt to mocha as well, which then stops its peers.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}

function chosen({ all, names, minutes }: RunOptions): Choice {
  if (all) return { run: SUITES.map((suite) => ({ suite, reason: '--all' })), left: [] };
  if (names.length > 0) {
    const named = SUITES.filter(({ name }) => names.includes(name));
    return { run: named.map((suite) => ({ suite, reason: 'named' })), left: [] };
  }
  const changes = changedFiles();
  console.log(
    changes === undefined
      ? 'what changed is not known: the core, and others in turn'
      : `${changes.files.length} files differ from ${changes.base}`,
  );
  return choose(SUITES, {
    changed: changes?.files,
    minutes,
    commit: commitOf(),
    filesOf: testFilesOf,
  });
}

function fileOf(name: Suite['name']): string {
  return `test/e2e/${name}.e2e.ts`;
}

function print(title: string, some: readonly Chosen[]): void {
  console.log(title);
  for (const { suite, reason } of some) {
    const minutes = String(suite.minutes).padStart(4);
    console.log(`  ${suite.name.padEnd(24)}${minutes} min  ${reason}`);
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
