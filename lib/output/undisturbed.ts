/** Signals that ask a process to end. */
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** Signals that are deferred, and the number of runs that defer them. */
let held: readonly NodeJS.Signals[] = [];
let runs = 0;

/**
 * Runs a function that must not stop halfway: signals that end the process take effect afterwards.
 *
 * Signals with a handler of the program are left to it.
 */
export function undisturbed<T>(run: () => T): T {
  if (runs === 0) hold();
  runs += 1;
  try {
    return run();
  } finally {
    // Node delivers a signal that arrived meanwhile in the next full turn of the event loop.
    setImmediate(() => setImmediate(leave));
  }
}

function leave(): void {
  runs -= 1;
  if (runs === 0) letGo();
}

function hold(): void {
  held = SIGNALS.filter((signal) => process.listenerCount(signal) === 0);
  for (const signal of held) process.on(signal, end);
}

function letGo(): void {
  for (const signal of held) process.off(signal, end);
}

function end(signal: NodeJS.Signals): void {
  letGo();
  process.kill(process.pid, signal);
}
