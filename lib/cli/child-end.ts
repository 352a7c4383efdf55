import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

/** Signals that ask the command to end. */
export const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Exit codes above tell of a signal: this, and its number. */
export const SIGNALLED = 128;

/** How often a program is asked to end before it is made to. */
const MOST_REQUESTS = 2;

/** A command that a signal has ended. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';

  constructor(
    /** Exit code that tells of the signal. */
    readonly code: number,
  ) {
    super(`interrupted, exit code ${code}`);
  }
}

/** Exit code by which shells tell of a signal. */
export function codeOfSignal(signal: NodeJS.Signals): number {
  return SIGNALLED + constants.signals[signal];
}

/**
 * Waits for a process that leads a group of its own; gives its exit code.
 *
 * Signals that ask this process to end go to the group, the program's own children included, and exactly once: a
 * terminal sends an interrupt to the group in front of it, and that is not this one. A third is an order.
 */
export function endOf(child: ChildProcess): Promise<number> {
  let times = 0;
  const pass = (signal: NodeJS.Signals) => {
    times += 1;
    signalGroup(child, times > MOST_REQUESTS ? 'SIGKILL' : signal);
  };
  for (const signal of END_SIGNALS) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    const finish = () => {
      for (const signal of END_SIGNALS) process.off(signal, pass);
    };
    child.once('error', (error) => {
      finish();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      finish();
      resolve(signal === null ? (code ?? 1) : codeOfSignal(signal));
    });
  });
}

/** Sends a signal to the group that a process leads, as far as there still is one. */
export function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
