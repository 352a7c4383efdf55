import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Command that is run in a folder. */
export interface KilledCommand {
  /** Program and its arguments. */
  readonly command: readonly string[];
  /** Folder that it runs in. */
  readonly cwd: string;
}

/**
 * Runs a command until something is so, and then ends it with everything that it started, as a power cut would.
 *
 * @throws Error when the command ends before.
 */
export async function runUntil(
  { command: [program = '', ...args], cwd }: KilledCommand,
  isSo: () => Promise<boolean>,
): Promise<void> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => texts.push(`${data}`));
  const ended = new Promise((done) => child.once('close', done));
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} does not start`);
  while (child.exitCode === null && !(await isSo())) await pause();
  const isEarly = child.exitCode !== null;
  for (const one of withDescendants(pid)) end(one);
  await ended;
  if (isEarly) throw new Error(`${program} has ended before:\n${texts.join('')}`);
}

/** Processes that a process has started, directly or not, and itself. */
function withDescendants(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (Number.isInteger(pid)) parents.set(pid, parentOf(pid));
  }
  const found = [root];
  for (const above of found) {
    for (const [pid, parent] of parents) if (parent === above) found.push(pid);
  }
  return found;
}

/** The field after the name, which may hold anything, and the state. */
function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 100));
}
