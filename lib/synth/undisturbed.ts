/** Signals that ask a process to end. */
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/**
 * Runs something that must not stop halfway: a signal that asks the process to end does so afterwards.
 *
 * Where the program takes care of a signal itself, that is left to it.
 */
export function undisturbed<T>(run: () => T): T {
  const ours = SIGNALS.filter((signal) => process.listenerCount(signal) === 0);
  const stop = () => {
    for (const signal of ours) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals) => {
    stop();
    process.kill(process.pid, signal);
  };
  for (const signal of ours) process.on(signal, end);
  try {
    return run();
  } finally {
    // A signal of meanwhile is delivered in the next full turn of the event loop.
    setImmediate(() => setImmediate(stop));
  }
}
