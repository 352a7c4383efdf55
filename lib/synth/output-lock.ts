import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the file that keeps a second synth away. */
export const LOCK_FILE = '.capi-fleet.lock';

/**
 * Runs a function while no other synth changes the same folder.
 *
 * @throws Error when another process is at it.
 */
export function withLock<T>(outdir: string, run: () => T): T {
  const file = join(outdir, LOCK_FILE);
  acquire(file, outdir);
  try {
    return run();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Tells whether a process is alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function acquire(file: string, outdir: string): void {
  if (tryCreate(file)) return;
  const owner = Number(readFileSync(file, 'utf8'));
  if (Number.isInteger(owner) && owner > 0 && isAlive(owner)) {
    throw new Error(
      `${outdir} is being written by process ${owner}; wait for it, or delete ${file} if that is no synth`,
    );
  }
  rmSync(file, { force: true });
  if (!tryCreate(file)) throw new Error(`${outdir} is being written by another process; try again`);
}

function tryCreate(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
