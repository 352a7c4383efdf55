import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/import-graph';
import { inFolderUntil } from '../../support/in-folder';

/** Program that starts a child of its own, says the numbers of both, and waits. */
const WAITING = `
const { spawn } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
writeFileSync(process.env.PIDS_FILE, JSON.stringify([process.pid, child.pid]));
setTimeout(() => {}, 60_000);
`;

/** Program that ends in its own way when it is asked to. */
const TIDY = `
const { writeFileSync } = require('node:fs');
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(7));
writeFileSync(process.env.PIDS_FILE, JSON.stringify([process.pid]));
setTimeout(() => {}, 60_000);
`;

/** Ends a command by a signal once its program runs; gives its exit code, and the programs that live on. */
function interrupted(
  program: string,
  command: string,
  signals: readonly NodeJS.Signals[],
): Promise<{ readonly code: number | null; readonly left: readonly number[] }> {
  return inFolderUntil(async (folder) => {
    const file = join(folder, 'program.js');
    const pids = join(folder, 'pids');
    writeFileSync(file, program);
    const main = join(ROOT, 'lib/cli/main.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', main, command, file], {
      cwd: ROOT,
      stdio: 'ignore',
      env: { ...process.env, PIDS_FILE: pids },
    });
    const ended = endOf(child);
    await until(() => existsSync(pids) && readFileSync(pids, 'utf8') !== '');
    for (const signal of signals) child.kill(signal);
    const code = await ended;
    const all = JSON.parse(readFileSync(pids, 'utf8')) as number[];
    await until(() => all.every((pid) => !isAlive(pid))).catch(() => undefined);
    return { code, left: all.filter(isAlive) };
  });
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('it takes too long');
    await new Promise((done) => setTimeout(done, 20));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('a signal to the command', () => {
  for (const [signal, code] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const) {
    it(`ends the program and its children: ${signal}`, async () => {
      assert.deepEqual(await interrupted(WAITING, 'synth', [signal]), { code, left: [] });
    });
  }

  it('ends a program that is asked for something, without a word about an answer', async () => {
    assert.deepEqual(await interrupted(WAITING, 'plan', ['SIGTERM']), { code: 143, left: [] });
  });

  it('leaves the exit code to a program that ends in its own way', async () => {
    assert.deepEqual(await interrupted(TIDY, 'synth', ['SIGTERM']), { code: 7, left: [] });
  });
});
