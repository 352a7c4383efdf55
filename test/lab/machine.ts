import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Result of one command. */
export interface CommandResult {
  /** Exit code; 1 when the command could not be started. */
  readonly code: number;
  /** Standard output. */
  readonly stdout: string;
  /** Standard error; kubectl prints the server's warnings here. */
  readonly stderr: string;
}

/** Root of the repository. */
export const REPOSITORY = resolve(__dirname, '../..');

/** Folder of the peers' binaries. */
export function labBin(): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return process.env.LAB_BIN ?? join(cache, 'lab-kubernetes/bin');
}

/** Folder of the state of all labs that tests start. */
export function stateHome(): string {
  const state = process.env.XDG_STATE_HOME ?? join(homedir(), '.local/state');
  return process.env.CAPI_FLEET_E2E_STATE ?? join(state, 'capi-fleet/e2e');
}

/** Folder of CRDs of releases that no module can be had of, each in a folder `<project>-v<version>`. */
export function crdFolder(): string {
  return process.env.LAB_CRDS ?? resolve(REPOSITORY, '../shared/crds');
}

/** Runs a command to its end; never rejects. */
export function run(
  command: string,
  args: readonly string[],
  options: {
    readonly env?: NodeJS.ProcessEnv;
    readonly stdin?: string;
    readonly cwd?: string;
  } = {},
): Promise<CommandResult> {
  return new Promise((done) => {
    const child = execFile(
      command,
      [...args],
      { cwd: options.cwd, env: { ...process.env, ...options.env }, maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        done({ code, stdout, stderr: stderr || (error?.message ?? '') });
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.stdin ?? '');
  });
}

/** First port of a free range, of which the ports at some offsets are tried. */
export async function freePort(
  first: number,
  size: number,
  offsets: readonly number[],
): Promise<number> {
  for (let port = first; port < first + 20 * size; port += size) {
    const probes = offsets.map((offset) => isFree(port + offset));
    if ((await Promise.all(probes)).every(Boolean)) return port;
  }
  throw new Error(`no free range of ports from ${first} on`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}
