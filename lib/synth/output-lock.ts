import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SynthError } from '../errors';
import { isSuccessor } from './process-start';

/** Name of the file that keeps a second synth away. */
export const LOCK_FILE = '.capi-fleet.lock';

/** Lock files of this process, by which those that an earlier process of its number left are told. */
const held = new Set<string>();

/**
 * Runs a function while no other synth changes the same folder.
 *
 * @throws SynthError when another synth is at it.
 */
export function withLock<T>(outdir: string, run: () => T): T {
  const file = join(outdir, LOCK_FILE);
  if (!tryCreate(file)) takeOver(file, outdir);
  held.add(file);
  try {
    return run();
  } finally {
    held.delete(file);
    rmSync(file, { force: true });
  }
}

/** Tells whether a process is alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Replaces the lock of a process that is gone; of several that try, one gets it. */
function takeOver(file: string, outdir: string): void {
  const owner = Number(tryRead(file));
  if (owner === process.pid ? held.has(file) : isHolder(owner, file)) {
    throw new SynthError(
      `${outdir} is being written by process ${owner}; wait for it, or type "rm '${file}'" if that is no synth`,
    );
  }
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  if (!tryCreate(file))
    throw new SynthError(`${outdir} is being written by another process; try again`);
}

/** Tells whether a process is alive and not a later one of the same number. */
function isHolder(pid: number, file: string): boolean {
  if (!(pid > 0) || !isAlive(pid)) return false;
  const marked = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return marked === undefined || !isSuccessor(pid, marked);
}

function tryRead(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '';
    throw error;
  }
}

function tryCreate(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
