import { execFileSync } from 'node:child_process';

/** Milliseconds by which the start of a process may be known wrongly. */
const TOLERANCE = 2_000;
/** Milliseconds that nothing which is done under a lock takes. */
const LONGEST_WORK = 3_600_000;

/** Tells whether a process that is alive cannot be the one that left a mark at some moment. */
export function isSuccessor(pid: number, marked: number, now: number = Date.now()): boolean {
  const started = processStart(pid);
  return started === undefined ? now - marked > LONGEST_WORK : started > marked + TOLERANCE;
}

/** Moment at which a process started, or undefined where the system does not say. */
function processStart(pid: number): number | undefined {
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const moment = Date.parse(text.trim());
    return Number.isNaN(moment) ? undefined : moment;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
