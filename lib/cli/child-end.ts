import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

/** Signals that end the command. */
export const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Offset of exit codes that report a signal. */
export const SIGNALLED = 128;

/** Number of signals that are passed on before the program is killed. */
const MOST_REQUESTS = 2;

/** Error of a command that a signal ended. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';

  constructor(
    /** Exit code that reports the signal. */
    readonly code: number,
  ) {
    super(`interrupted, exit code ${code}`);
  }
}

/** Exit code that shells use for a signal. */
export function codeOfSignal(signal: NodeJS.Signals): number {
  return SIGNALLED + constants.signals[signal];
}

/**
 * Waits for a process that leads its own process group; returns its exit code.
 *
 * Signals that end this process are passed to the group, including the children of the program. The group gets each
 * signal only once, because a terminal sends an interrupt only to its foreground group. A third signal kills the group.
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

/** Sends a signal to the group of a process, if it still exists. */
export function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
