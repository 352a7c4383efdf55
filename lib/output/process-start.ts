import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Index of the start time in `/proc/<pid>/stat`, counted from the field after the name. */
const START_FIELD = 19;

/**
 * Start time of a process, which tells it from every other one with the same ID since the system booted.
 *
 * Undefined if the system does not report it, or there is no such process.
 */
export function processStart(pid: number): string | undefined {
  return process.platform === 'linux' ? startInProc(pid) : startByPs(pid);
}

function startInProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_FIELD];
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function startByPs(pid: number): string | undefined {
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return text === '' ? undefined : text;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
