import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../lib/base/manifest';
import { buildPeers } from './build';
import { makeCertificates } from './certificates';
import { startKubernetesServers } from './kubernetes-servers';
import { type CommandResult, freePort, labBin, run, stateHome } from './machine';
import { definitionsIn, type WebhookAddress, webhooksIn } from './manager-config';
import { API_SERVER, CONTROLLER_MANAGER } from './peers';
import { Processes } from './processes';
import { devPlan, type LabPlan, type LabProfile, type Managed, planOf } from './profiles';
import { stopAbandonedLabs } from './stop-abandoned';

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
  /** Resident memory of each process by its name, in MiB. */
  memory(): Readonly<Record<string, number>>;
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

const FIRST_PORT = 17_443;
const PORTS = 31;
/** Ranges among which processes begin to look for a free one. */
const RANGES = 10;
/** Offset of the first manager's ports: one for webhooks, one for its health. */
const MANAGERS_FROM = 10;

/**
 * Objects of a kind that a manager works on at a time.
 *
 * By default those of today take a hundred. On few cores the API server lags then, and nearly all that is written are conflicts,
 * which make it lag more.
 */
const CONCURRENCY = 4;

/** Starts an API server with the CRDs of a profile; builds the binaries first where they lack. */
export function startKubernetes(
  profile: LabProfile,
  { controllers = false, openStack = true }: StartOptions = {},
): Promise<KubernetesLab> {
  return startLab(planOf(profile, { controllers, openStack }));
}

/** Starts a management cluster whose clusters are in memory; builds the binaries first where they lack. */
export function startManagementCluster(): Promise<KubernetesLab> {
  return startLab(devPlan());
}

async function startLab(plan: LabPlan): Promise<KubernetesLab> {
  const peers = [API_SERVER, CONTROLLER_MANAGER, ...plan.managers.map(({ peer }) => peer)];
  buildPeers(peers, (line) => console.log(`      built ${line}`));
  await stopAbandonedLabs();
  // Two processes that start at the same time would both find the first range free.
  const spread = FIRST_PORT + PORTS * (process.pid % RANGES);
  const first = Number(process.env.LAB_KUBERNETES_PORT ?? spread);
  const port = await freePort(first, PORTS, [...Array(PORTS).keys()]);
  const home = join(stateHome(), `lab-${port}`);
  rmSync(home, { recursive: true, force: true });
  const state = join(home, 'kubernetes');
  mkdirSync(state, { recursive: true });
  writeFileSync(join(home, 'owner'), String(process.pid));

  const processes = new Processes(state);
  const atExit = () => processes.signal();
  process.once('exit', atExit);
  makeCertificates(join(state, 'tls'));
  const kubeconfig = await startKubernetesServers(processes, state, port);
  const env = { KUBECONFIG: kubeconfig, KUBECACHEDIR: join(home, 'kube-cache') };
  const lab: KubernetesLab = {
    kubeconfig,
    state,
    port,
    kubectl: (args, stdin) =>
      run('kubectl', args, { env, ...(stdin === undefined ? {} : { stdin }) }),
    memory: () =>
      Object.fromEntries(processes.names().map((name) => [name, processes.memoryOf(name)])),
    stop: async () => {
      await processes.stop();
      process.off('exit', atExit);
    },
  };
  await serve(lab, processes, plan);
  return lab;
}

/** Has a lab serve every definition of a plan, and starts the managers. */
async function serve(lab: KubernetesLab, processes: Processes, plan: LabPlan): Promise<void> {
  const caBundle = readFileSync(join(lab.state, 'tls/ca.crt')).toString('base64');
  const managers = plan.managers.map((managed, index) => {
    const port = lab.port + MANAGERS_FROM + 2 * index;
    const webhook: WebhookAddress = { url: `https://127.0.0.1:${port}`, caBundle };
    return { ...managed, port, webhook };
  });
  await apply(lab, [
    ...plan.definitions.flatMap((files) => definitionsIn(files)),
    ...managers.flatMap(({ files, webhook }) => definitionsIn(files, webhook)),
  ]);
  await succeeds(lab, ['wait', '--for=condition=Established', '--timeout=60s', 'crd', '--all']);
  for (const managed of managers) startManager(lab, processes, managed);
  for (const { peer, port } of managers) {
    await processes.ready(peer.name, 120, async () => {
      return (await fetch(`http://127.0.0.1:${port + 1}/readyz`)).ok;
    });
  }
  const hooks = managers.flatMap(({ files, peer, webhook }) =>
    webhooksIn(files, peer.name, webhook),
  );
  if (hooks.length > 0) await apply(lab, hooks);
}

function startManager(
  lab: KubernetesLab,
  processes: Processes,
  { peer, port }: Managed & { readonly port: number },
): void {
  const health = `127.0.0.1:${port + 1}`;
  const webhooks = [
    `--webhook-port=${port}`,
    `--webhook-cert-dir=${join(lab.state, 'tls')}`,
    `--health-addr=${health}`,
  ];
  const gates = (peer.features ?? []).map((name) => `${name}=true`).join(',');
  const flags = {
    command: [],
    controllers: [`--health-probe-bind-address=${health}`],
    webhooks,
    manager: [
      ...webhooks,
      '--leader-elect=false',
      '--diagnostics-address=0',
      '--insecure-diagnostics',
      ...(peer.concurrency ?? []).map((flag) => `--${flag}=${CONCURRENCY}`),
      ...(gates === '' ? [] : [`--feature-gates=${gates}`]),
    ],
  };
  // The API servers of clusters in memory have the same ports in every lab, so each lab has an address of its own.
  const address = `127.1.${lab.port >> 8}.${lab.port & 255}`;
  const env = { KUBECONFIG: lab.kubeconfig, POD_IP: address };
  processes.start(peer.name, join(labBin(), peer.name), flags[peer.kind], env);
}

async function apply(lab: KubernetesLab, items: readonly Manifest[]): Promise<void> {
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  // The server checks these itself; kubectl would first fetch its whole OpenAPI document, which takes long on a busy machine.
  await succeeds(lab, ['apply', '--server-side', '--validate=false', '-f', '-'], list);
}

async function succeeds(lab: KubernetesLab, args: readonly string[], stdin?: string) {
  const { code, stderr } = await lab.kubectl(args, stdin);
  if (code !== 0) throw new Error(`kubectl ${args.join(' ')} exits with ${code}:\n${stderr}`);
}
