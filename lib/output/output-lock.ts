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

/** How the name of every file begins that keeps other synths away; a random token follows. */
export const LOCK_FILE = '.capi-fleet.lock';

/** Identifier of the rule that one synth at a time writes a tree. */
const LOCK_RULE = 'output-lock';

/** How often a lock is tried for before another one is taken for that of a longer work. */
const ATTEMPTS = 6;
const LONGEST_PAUSE = 40;

/** What keeps a synth from its work. */
type Rival = { readonly file: string } & (
  | { readonly state: 'alive' | 'elsewhere'; readonly holder: LockHolder }
  | { readonly state: 'unknown' }
);

/**
 * Right to change an output folder, which one process at a time has.
 *
 * Every process puts a file of its own into the folder and then looks for those of others. Whoever sees one that may
 * be in use withdraws, so that of two at once never both go on. A file of a process that is gone is removed by its name,
 * which nobody else ever has: what is removed is what was looked at.
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
   * @param force Whether locks are removed whose holders cannot be seen from here.
   * @throws ValidationError when another synth has it, or may have it.
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
   * Makes sure that nobody has taken the lock away meanwhile.
   *
   * @throws ValidationError when somebody has.
   */
  check(): void {
    if (entryAt(this.file) === undefined) throw new ValidationError([lost(this.outdir)]);
  }

  /** Gives the lock back. */
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

/** Puts a lock in its place with all of its text at once; false when another one has cleaned it away before. */
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

/** Locks of others that are in use, or may be; those that are not are removed. */
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

/** Tells whether a name is that of a lock on its way to its place, which holds nothing yet. */
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

/** Removes what processes that are gone have left of locks; to be called by the one that has the lock. */
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
      : 'make sure that no other synth is at work, then run capi-fleet synth --force, or another program with CAPI_FLEET_FORCE=true',
    rule: LOCK_RULE,
  };
}

function holderWords({ pid, host }: LockHolder, isAlive: boolean): string {
  const words = `held by process ${pid} of host ${host}`;
  return isAlive ? words : `${words}, which cannot be seen from here`;
}

function lost(outdir: string): Issue {
  return {
    path: outdir,
    prop: 'lock',
    given: 'taken away by another process',
    allowed: 'one synth at a time',
    fix: 'wait until the other synth has ended, then run this one again',
    rule: LOCK_RULE,
  };
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
