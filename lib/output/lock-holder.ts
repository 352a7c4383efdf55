import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { threadId } from 'node:worker_threads';
import { isMap } from '../base/is-map';
import { hasCode } from '../files/error-code';
import { processStart } from './process-start';

/** Process that holds a lock, as stored in the lock file. */
export interface LockHolder {
  /** Name of the host or container. */
  readonly host: string;
  /** Boot identifier of the system; empty if it has none. */
  readonly boot: string;
  /** Identifier of the PID namespace; empty if the system has none. */
  readonly processes: string;
  /** Process ID. */
  readonly pid: number;
  /** Thread ID in the process. */
  readonly thread: number;
  /** Start time, which tells the process from a later one with the same ID; empty if it is unknown. */
  readonly started: string;
  /** Unique text. */
  readonly token: string;
}

/** State of a holder; `elsewhere` if this process cannot find out. */
export type HolderState = 'alive' | 'dead' | 'elsewhere';

const REGISTRY = Symbol.for('capi-fleet.held-locks');

/** Tokens of the locks that this thread holds, across all loaded copies of the library. */
export const HELD_TOKENS: Set<unknown> = heldTokens();

function heldTokens(): Set<unknown> {
  const known: unknown = Reflect.get(globalThis, REGISTRY);
  if (known instanceof Set) return known;
  const made = new Set<unknown>();
  Reflect.set(globalThis, REGISTRY, made);
  return made;
}

/** This process as the holder of a lock. */
export function thisHolder(token: string): LockHolder {
  const { pid } = process;
  return { ...thisPlace(), pid, thread: threadId, started: processStart(pid) ?? '', token };
}

/** Finds out whether a holder still runs. */
export function stateOf(holder: LockHolder): HolderState {
  const here = thisPlace();
  const isHere = (['host', 'boot', 'processes'] as const).every((key) => holder[key] === here[key]);
  if (!isHere) return 'elsewhere';
  if (!isAlive(holder.pid)) return 'dead';
  const started = processStart(holder.pid);
  const isAnother = started !== undefined && holder.started !== '' && started !== holder.started;
  const isLeftByUs =
    holder.pid === process.pid && holder.thread === threadId && !HELD_TOKENS.has(holder.token);
  return isAnother || isLeftByUs ? 'dead' : 'alive';
}

/** Text of a lock file. */
export function holderText(holder: LockHolder): string {
  return `${JSON.stringify({ version: 1, ...holder })}\n`;
}

/** Holder in the text of a lock file; undefined for any other text. */
export function holderIn(text: string): LockHolder | undefined {
  const value = tryParse(text);
  if (!isMap(value) || value.version !== 1) return undefined;
  const { host, boot, processes, pid, thread, started, token } = value;
  const texts = { host, boot, processes, started, token };
  if (!isCount(pid) || pid === 0 || !isCount(thread) || !areTexts(texts)) return undefined;
  return { ...texts, pid, thread };
}

type Texts = Omit<LockHolder, 'pid' | 'thread'>;

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function areTexts(texts: Readonly<Record<keyof Texts, unknown>>): texts is Texts {
  return Object.values(texts).every((text) => typeof text === 'string');
}

function thisPlace(): Pick<LockHolder, 'host' | 'boot' | 'processes'> {
  return {
    host: hostname(),
    boot: orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    processes: orNothing(() => readlinkSync('/proc/self/ns/pid')),
  };
}

/** Reads a file of the system; empty if it does not exist. */
function orNothing(read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error) return '';
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
