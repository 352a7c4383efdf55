import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../lib/base/manifest';
import { freePort, type KubernetesLab, labBin, run, stateHome } from '../support/lab';
import { buildPeers } from './build';
import { makeCertificates } from './certificates';
import { goModule } from './go';
import { startKubernetesServers } from './kubernetes-servers';
import { definitionsIn, type WebhookAddress, webhooksIn } from './manager-config';
import { CLUSTER_API_MANAGERS, DEV_PROVIDER, KUBERNETES_SERVERS, type Peer } from './peers';
import { Processes } from './processes';
import { stopAbandonedLabs } from './stop-abandoned';

/** Management cluster with Cluster API's managers and the provider of clusters in memory. */
export interface ManagementCluster extends KubernetesLab {
  /** Resident memory of each process by its name, in MiB. */
  memory(): Readonly<Record<string, number>>;
}

const FIRST_PORT = 16_043;
const PORTS = 20;
/** Offset of the first manager's ports: one for webhooks, one for its health. */
const MANAGERS_FROM = 10;
const MANAGERS = [...CLUSTER_API_MANAGERS, DEV_PROVIDER];
const FEATURES = 'ClusterTopology=true,MachinePool=true,KubeadmBootstrapFormatIgnition=true';

/** Starts a management cluster on loopback; builds what it needs where that lacks. */
export async function startManagementCluster(): Promise<ManagementCluster> {
  buildPeers([...KUBERNETES_SERVERS, ...MANAGERS], (line) => console.log(`      built ${line}`));
  await stopAbandonedLabs();
  const used = Array.from({ length: PORTS }, (_, offset) => offset);
  const port = await freePort(FIRST_PORT, PORTS, used);
  const home = join(stateHome(), `management-${port}`);
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
  const kubectl: KubernetesLab['kubectl'] = (args, stdin) =>
    run('kubectl', args, { env, ...(stdin === undefined ? {} : { stdin }) });
  const cluster: ManagementCluster = {
    kubeconfig,
    state,
    port,
    kubectl,
    memory: () =>
      Object.fromEntries(processes.names().map((name) => [name, processes.memoryOf(name)])),
    stop: async () => {
      await processes.stop();
      process.off('exit', atExit);
    },
  };
  await startManagers(cluster, processes);
  return cluster;
}

async function startManagers(lab: ManagementCluster, processes: Processes): Promise<void> {
  const caBundle = readFileSync(join(lab.state, 'tls/ca.crt')).toString('base64');
  const managers = MANAGERS.map((peer, index) => {
    const port = lab.port + MANAGERS_FROM + 2 * index;
    const webhook: WebhookAddress = { url: `https://127.0.0.1:${port}`, caBundle };
    return { peer, port, webhook, config: configOf(peer) };
  });
  await apply(
    lab,
    managers.flatMap(({ config, webhook }) => definitionsIn(config, webhook)),
  );
  const wait = ['wait', '--for=condition=Established', '--timeout=60s', 'crd', '--all'];
  await succeeds(lab, wait);
  for (const { peer, port } of managers) startManager(lab, processes, peer, port);
  for (const { peer, port } of managers) {
    await processes.ready(peer.name, 120, async () => {
      return (await fetch(`http://127.0.0.1:${port + 1}/readyz`)).ok;
    });
  }
  await apply(
    lab,
    managers.flatMap(({ config, peer, webhook }) => webhooksIn(config, peer.name, webhook)),
  );
}

function startManager(
  { kubeconfig, state, port: first }: ManagementCluster,
  processes: Processes,
  { name }: Peer,
  port: number,
): void {
  const flags = [
    '--leader-elect=false',
    `--webhook-port=${port}`,
    `--webhook-cert-dir=${join(state, 'tls')}`,
    `--health-addr=127.0.0.1:${port + 1}`,
    '--diagnostics-address=0',
    '--insecure-diagnostics',
    `--feature-gates=${FEATURES}`,
  ];
  // The API servers of clusters in memory have the same ports in every lab, so each lab has an address of its own.
  const address = `127.1.${first >> 8}.${first & 255}`;
  processes.start(name, join(labBin(), name), flags, { KUBECONFIG: kubeconfig, POD_IP: address });
}

function configOf({ module, version, config = 'config' }: Peer): string {
  return join(goModule(module, version).dir, config);
}

async function apply(lab: KubernetesLab, items: readonly Manifest[]): Promise<void> {
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  await succeeds(lab, ['apply', '--server-side', '-f', '-'], list);
}

async function succeeds(lab: KubernetesLab, args: readonly string[], stdin?: string) {
  const { code, stderr } = await lab.kubectl(args, stdin);
  if (code !== 0) throw new Error(`kubectl ${args.join(' ')} exits with ${code}:\n${stderr}`);
}
