import { execFile, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

import { newestCrds } from './lab-crds';

/** Cluster API releases that the lab can stand in for. */
export type LabProfile = 'v1.10' | 'v1.13' | 'v1.14';

/** Result of one command. */
export interface CommandResult {
  /** Exit code; 1 when the command could not be started. */
  readonly code: number;
  /** Standard output. */
  readonly stdout: string;
  /** Standard error; kubectl prints the server's warnings here. */
  readonly stderr: string;
}

/** Running API server on loopback. */
export interface KubernetesLab {
  /** Path of the administrator's kubeconfig. */
  readonly kubeconfig: string;
  /** Folder with the certificates, logs and pid files. */
  readonly state: string;
  /** First of the ports that belong to this server: 31 from here on. */
  readonly port: number;
  /** Runs kubectl against the server, with text on its standard input if given. */
  kubectl(args: readonly string[], stdin?: string): Promise<CommandResult>;
  /** Ends every process of the lab. */
  stop(): Promise<void>;
}

/** Options of `startKubernetes`. */
export interface StartOptions {
  /**
   * Whether the Cluster API managers run, with their webhooks and conversion.
   *
   * @default - false: the API server and the CRDs only
   */
  readonly controllers?: boolean;
  /**
   * Whether the managers of the OpenStack provider run too, where the profile has them.
   *
   * Without them a test may play their part, on a machine that has no OpenStack.
   *
   * @default true
   */
  readonly openStack?: boolean;
}

const CORE = ['kube-apiserver-v1.32.3', 'kube-controller-manager-v1.32.3'];
const PROVIDERS = ['cluster-api', 'kubeadm-bootstrap', 'kubeadm-control-plane'];
const OPENSTACK = ['cluster-api-openstack-v0.14.7', 'openstack-resource-controller-v2.4.0'];
const PORTS_PER_LAB = 31;
const FIRST_PORT = 17443;

/** Root of the repository. */
export const REPOSITORY = resolve(__dirname, '../..');

/** The lab's folder, or undefined when this machine has none. */
export function findLab(): string | undefined {
  const lab = process.env.CAPI_FLEET_LAB ?? resolve(REPOSITORY, '../shared/lab');
  return existsSync(join(lab, 'kubernetes/start')) ? lab : undefined;
}

/** The lab's folder; without one, says why and skips the suite that `this` belongs to. */
export function labOrSkip(suite: Mocha.Context): string {
  const lab = findLab();
  if (lab !== undefined) return lab;
  console.log('      skipped: no lab at ../shared/lab, and CAPI_FLEET_LAB names no other folder');
  return suite.skip();
}

/** Folder of the lab's binaries. */
export function labBin(): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return process.env.LAB_BIN ?? join(cache, 'lab-kubernetes/bin');
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

/** Starts an API server with the CRDs of a profile; builds the binaries first where they lack. */
export async function startKubernetes(
  profile: LabProfile,
  options: StartOptions = {},
): Promise<KubernetesLab> {
  const lab = findLab();
  if (lab === undefined) throw new Error('there is no lab to start');
  const scripts = join(lab, 'kubernetes');
  stopAbandoned(scripts);
  const first = Number(process.env.LAB_KUBERNETES_PORT ?? FIRST_PORT);
  const port = await freePort(first, PORTS_PER_LAB, [0, 1, 2, 3, 10]);
  const home = join(stateHome(), `lab-${port}`);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'owner'), String(process.pid));
  const env = environment(home, port, profile, join(lab, '../crds'));

  const set = profile === 'v1.10' ? 'v1.10' : 'v1.13';
  await runScript(join(scripts, 'build'), binaries(set, options), env);
  const stop = stopper(scripts, env);
  const flags = options.controllers === true ? ['--controllers'] : [];
  const bin = startBin(home, set, options);
  await runScript(join(scripts, 'start'), [...flags, set], { ...env, LAB_BIN: bin });

  const state = join(home, 'kubernetes');
  const kubeconfig = join(state, 'kubeconfig');
  const kubectl: KubernetesLab['kubectl'] = (args, stdin) =>
    run('kubectl', args, {
      env: { ...env, KUBECONFIG: kubeconfig },
      ...(stdin === undefined ? {} : { stdin }),
    });
  return { kubeconfig, state, port, kubectl, stop };
}

/** Folder of the state of all labs that tests start. */
export function stateHome(): string {
  const state = process.env.XDG_STATE_HOME ?? join(homedir(), '.local/state');
  return process.env.CAPI_FLEET_E2E_STATE ?? join(state, 'capi-fleet/e2e');
}

function environment(home: string, port: number, profile: LabProfile, crds: string) {
  return {
    LAB_STATE: home,
    LAB_KUBERNETES_PORT: String(port),
    KUBECACHEDIR: join(home, 'kube-cache'),
    LAB_CRDS: profile === 'v1.14' ? newestCrds(crds, join(home, 'crds')) : crds,
  };
}

function binaries(set: 'v1.10' | 'v1.13', options: StartOptions): string[] {
  if (options.controllers !== true) return CORE;
  const release = set === 'v1.10' ? 'v1.10.5' : 'v1.13.5';
  const managers = PROVIDERS.map((name) => `${name}-${release}`);
  const openStack = set === 'v1.13' && options.openStack !== false;
  return [...CORE, ...managers, ...(openStack ? OPENSTACK : [])];
}

/** Folder with only the wanted binaries: the lab starts the managers that it finds. */
function startBin(home: string, set: 'v1.10' | 'v1.13', options: StartOptions): string {
  const folder = join(home, 'bin');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const name of binaries(set, options)) symlinkSync(join(labBin(), name), join(folder, name));
  return folder;
}

/** Runs a script of a lab, which has to succeed. */
export async function runScript(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const result = await run(script, args, { env });
  if (result.code === 0) return;
  throw new Error(`${script} ${args.join(' ')} exits with ${result.code}:\n${result.stderr}`);
}

/** Stops at the end of the process at the latest, so that a failed suite leaves nothing behind. */
export function stopper(scripts: string, env: NodeJS.ProcessEnv): () => Promise<void> {
  const atExit = () => {
    spawnSync(join(scripts, 'stop'), { env: { ...process.env, ...env } });
  };
  process.once('exit', atExit);
  return async () => {
    await runScript(join(scripts, 'stop'), [], env);
    process.off('exit', atExit);
  };
}

/** Stops labs whose test process was killed before it could do so itself. */
export function stopAbandoned(scripts: string): void {
  if (!existsSync(stateHome())) return;
  for (const name of readdirSync(stateHome())) {
    const home = join(stateHome(), name);
    const owner = join(home, 'owner');
    if (!existsSync(owner) || existsSync(`/proc/${readFileSync(owner, 'utf8')}`)) continue;
    spawnSync(join(scripts, 'stop'), { env: { ...process.env, LAB_STATE: home } });
  }
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
