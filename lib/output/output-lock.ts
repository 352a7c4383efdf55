import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Issue, ValidationError } from '../base/errors';
import { hasCode } from '../files/error-code';
import { makeFolder } from '../files/make-folder';
import { ObstacleError } from '../files/obstacle-error';
import { entryAt, kindOf, readPlainFile } from '../files/plain-file';
import { isToken, randomToken } from '../files/replace-file';
import {
  HELD_TOKENS,
  holderIn,
  holderText,
  type LockHolder,
  stateOf,
  thisHolder,
} from './lock-holder';

/** Prefix of the names of lock files; a random token follows. */
export const LOCK_FILE = '.capi-fleet.lock';

/** Identifier of the rule that only one synth at a time writes a tree. */
const LOCK_RULE = 'output-lock';

/** Attempts to take the lock before another synth is assumed to be running. */
const ATTEMPTS = 6;
const LONGEST_PAUSE = 40;

/** Lock file of another process. */
type Rival = { readonly file: string } & (
  | { readonly state: 'alive' | 'elsewhere'; readonly holder: LockHolder }
  | { readonly state: 'unknown' }
);

/**
 * Exclusive right of one process to change an output folder.
 *
 * Every process writes its own lock file and then looks for others. A process that sees another one in use withdraws,
 * so that two never continue at the same time. Lock files of dead processes are removed. Their names are unique, so the
 * removed file is always the one that was inspected.
 */
export class OutputLock {
  private constructor(
    private readonly outdir: string,
    private readonly file: string,
    private readonly token: string,
  ) {
    HELD_TOKENS.add(token);
  }

  /**
   * Takes the lock.
   *
   * @param force Whether to remove locks whose holders are not visible from this host.
   * @throws ValidationError when another synth holds it, or may hold it.
   */
  static take(outdir: string, force: boolean): OutputLock {
    for (let attempt = 1; ; attempt += 1) {
      const { lock, rivals } = OutputLock.tryTake(outdir, force);
      if (lock !== undefined) return lock;
      if (attempt >= ATTEMPTS) throw new ValidationError(issuesOf(outdir, rivals));
      pause(Math.ceil(Math.random() * LONGEST_PAUSE));
    }
  }

  /**
   * Makes sure that the lock has not been removed meanwhile.
   *
   * @throws ValidationError when it has.
   */
  check(): void {
    if (entryAt(this.file) === undefined) throw new ValidationError([lost(this.outdir)]);
  }

  /** Releases the lock. */
  release(): void {
    HELD_TOKENS.delete(this.token);
    rmSync(this.file, { force: true });
  }

  private static tryTake(
    outdir: string,
    force: boolean,
  ): { readonly lock?: OutputLock; readonly rivals: readonly Rival[] } {
    makeFolder(outdir);
    const token = randomToken();
    const file = join(outdir, `${LOCK_FILE}.${token}`);
    if (!announce(file, token)) return { rivals: [] };
    const lock = new OutputLock(outdir, file, token);
    try {
      const rivals = rivalsOf(outdir, file, force);
      if (rivals.length === 0) return { lock, rivals };
      lock.release();
      return { rivals };
    } catch (error) {
      lock.release();
      throw error;
    }
  }
}

/** Writes a lock file atomically; returns false if another process removed it before it was complete. */
function announce(file: string, token: string): boolean {
  const aside = `${file}.new`;
  try {
    writeFileSync(aside, holderText(thisHolder(token)), { flag: 'wx' });
    renameSync(aside, file);
    return true;
  } catch (error) {
    rmSync(aside, { force: true });
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Locks of other processes that are or may be in use; removes all others. */
function rivalsOf(outdir: string, own: string, force: boolean): Rival[] {
  const rivals: Rival[] = [];
  for (const name of readdirSync(outdir).filter((one) => one.startsWith(LOCK_FILE))) {
    const file = join(outdir, name);
    if (file === own) continue;
    if (isUnfinished(name)) continue;
    const rival = rivalIn(file, name);
    if (rival === undefined) continue;
    if (rival === 'dead' || (force && rival.state !== 'alive')) rmSync(file, { force: true });
    else rivals.push(rival);
  }
  return rivals;
}

/** Tells whether a name is that of an incomplete lock file, which does not count yet. */
function isUnfinished(name: string): boolean {
  const token = name.slice(LOCK_FILE.length + 1);
  return token.endsWith('.new') && isToken(token.slice(0, -'.new'.length));
}

function rivalIn(file: string, name: string): Rival | 'dead' | undefined {
  const stat = entryAt(file);
  if (stat !== undefined && !stat.isFile()) throw new ObstacleError(file, kindOf(stat), 'a file');
  const text = readPlainFile(file)?.toString('utf8');
  if (text === undefined) return undefined;
  const holder = holderIn(text);
  if (holder === undefined || name !== `${LOCK_FILE}.${holder.token}`) {
    return { file, state: 'unknown' };
  }
  const state = stateOf(holder);
  return state === 'dead' ? state : { file, state, holder };
}

/** Removes incomplete lock files of dead processes; call it only while holding the lock. */
export function removeUnfinishedLocks(outdir: string): void {
  for (const { name } of readdirSync(outdir, { withFileTypes: true }).filter((one) =>
    one.isFile(),
  )) {
    if (isUnfinished(name)) rmSync(join(outdir, name), { force: true });
  }
}

function issuesOf(outdir: string, rivals: readonly Rival[]): readonly Issue[] {
  return rivals.length === 0 ? [lost(outdir)] : rivals.map((one) => held(outdir, one));
}

function held(outdir: string, rival: Rival): Issue {
  const isAlive = rival.state === 'alive';
  return {
    path: outdir,
    prop: 'lock',
    given: rival.state === 'unknown' ? rival.file : holderWords(rival.holder, isAlive),
    allowed: 'one synth at a time',
    fix: isAlive
      ? 'wait until it has ended, then run the synth again'
      : 'make sure that no other synth is running, then run capi-fleet synth --force, or another program with CAPI_FLEET_FORCE=true',
    rule: LOCK_RULE,
  };
}

function holderWords({ pid, host }: LockHolder, isAlive: boolean): string {
  const words = `held by process ${pid} of host ${host}`;
  return isAlive ? words : `${words}, which is not visible from here`;
}

function lost(outdir: string): Issue {
  return {
    path: outdir,
    prop: 'lock',
    given: 'removed by another process',
    allowed: 'one synth at a time',
    fix: 'wait until the other synth has ended, then run this one again',
    rule: LOCK_RULE,
  };
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
