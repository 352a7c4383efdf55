import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Variable that marks a process as one of a lab, with the lab's folder. */
const MARK = 'LAB_KUBERNETES';
const GRACE_SECONDS = 5;
const LOG_LINES = 8;

/** Processes of one lab, each with a log and a file with its number, so that another test run can end them. */
export class Processes {
  constructor(private readonly state: string) {
    for (const folder of ['log', 'pid']) mkdirSync(join(state, folder), { recursive: true });
  }

  /** Starts a process that outlives nobody: `stop` ends it. */
  start(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
    const log = openSync(this.logOf(name), 'a');
    const child = spawn(command, [...args], {
      env: { ...process.env, ...env, [MARK]: this.state },
      stdio: ['ignore', log, log],
      detached: true,
    });
    child.on('error', () => undefined);
    if (child.pid === undefined) throw new Error(`${command} does not start`);
    writeFileSync(this.fileOf(name), String(child.pid));
    child.unref();
  }

  /**
   * Waits until a process answers.
   *
   * @throws Error with the end of its log when it ends, or does not answer in time
   */
  async ready(name: string, seconds: number, answers: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (!(await answers().catch(() => false))) {
      if (this.pidOf(name) === undefined || Date.now() > end) {
        const log = readFileSync(this.logOf(name), 'utf8').split('\n').slice(-LOG_LINES);
        throw new Error(`${name} did not come up:\n${log.join('\n')}`);
      }
      await pause(200);
    }
  }

  /** Resident memory of a process, in MiB; zero where it is gone. */
  memoryOf(name: string): number {
    const pid = this.pidOf(name);
    if (pid === undefined) return 0;
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(resident ?? 0) / 1024);
  }

  /** Names of the processes that were started. */
  names(): readonly string[] {
    return readdirSync(join(this.state, 'pid'));
  }

  /** Asks every process to end, and waits for none. */
  signal(): void {
    for (const name of this.names()) this.kill(name, 'SIGTERM');
  }

  /** Ends every process, those first that need the others. */
  async stop(): Promise<void> {
    const isStorage = (name: string) => name === 'etcd';
    const isServer = (name: string) => name.startsWith('kube-apiserver');
    const names = this.names();
    const clients = names.filter((name) => !isServer(name) && !isStorage(name));
    for (const group of [clients, names.filter(isServer), names.filter(isStorage)]) {
      for (const name of group) this.kill(name, 'SIGTERM');
      await Promise.all(group.map((name) => this.gone(name)));
    }
  }

  private async gone(name: string): Promise<void> {
    for (let tries = 0; tries < GRACE_SECONDS * 10; tries += 1) {
      if (this.pidOf(name) === undefined) break;
      await pause(100);
    }
    this.kill(name, 'SIGKILL');
    rmSync(this.fileOf(name), { force: true });
  }

  private kill(name: string, signal: NodeJS.Signals): void {
    const pid = this.pidOf(name);
    if (pid !== undefined) process.kill(pid, signal);
  }

  /** Number of a process that runs and is the lab's, not another that has the number by now. */
  private pidOf(name: string): number | undefined {
    if (!existsSync(this.fileOf(name))) return undefined;
    const pid = Number(readFileSync(this.fileOf(name), 'utf8'));
    try {
      const marked = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
      return marked.includes(`${MARK}=${this.state}`) ? pid : undefined;
    } catch {
      return undefined;
    }
  }

  private fileOf(name: string): string {
    return join(this.state, 'pid', name);
  }

  private logOf(name: string): string {
    return join(this.state, 'log', name);
  }
}
