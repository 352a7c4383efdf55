import { readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { SynthError } from '../errors';

/** Name of the lock file at the root of an output folder. */
export const LOCK_FILE = '.capi-fleet-lock';

const UNREADABLE_GRACE_MS = 10_000;
const held = new Set<string>();

/** Exclusive right to write an output folder. */
export class OutputLock {
  private constructor(private readonly file: string) {}

  /**
   * Takes the lock of a folder; the lock of a process that is gone is taken over.
   *
   * @throws SynthError when another synth has it.
   */
  static acquire(folder: string): OutputLock {
    const file = join(folder, LOCK_FILE);
    if (held.has(file)) throw busy(file, `process ${process.pid}`);
    if (!tryCreate(file)) {
      takeAway(file);
      if (!tryCreate(file)) throw busy(file, 'another process');
    }
    held.add(file);
    return new OutputLock(file);
  }

  /** Gives the lock back. */
  release(): void {
    if (!held.delete(this.file)) return;
    unlinkIfThere(this.file);
  }
}

function tryCreate(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${hostname()}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function takeAway(file: string): void {
  const text = readIfThere(file);
  if (text === undefined) return;
  const owner = ownerOf(file, text);
  if (owner !== undefined) throw busy(file, owner);
  const aside = `${file}.${process.pid}`;
  renameSync(file, aside);
  // A process that was quicker may have replaced the stale lock by its own in the meantime.
  if (readIfThere(aside) !== text) {
    renameSync(aside, file);
    throw busy(file, 'another process');
  }
  unlinkIfThere(aside);
}

function ownerOf(file: string, text: string): string | undefined {
  const [, digits, host] = /^(\d+) (.*)\n$/.exec(text) ?? [];
  if (digits === undefined || host === undefined) {
    const age = Date.now() - statSync(file).mtimeMs;
    return age < UNREADABLE_GRACE_MS ? 'another process' : undefined;
  }
  if (host !== hostname()) return `process ${digits} on ${host}`;
  const pid = Number(digits);
  // Containers reuse process ids: our own number in a lock that we do not hold is an earlier process.
  return pid !== process.pid && isAlive(pid) ? `process ${digits}` : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function unlinkIfThere(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

function busy(file: string, owner: string): SynthError {
  return new SynthError(
    `${file}: another synth (${owner}) writes this folder\n` +
      '  fix: wait until it is done; if it is surely gone, delete the file',
  );
}

/** Code of a system error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
