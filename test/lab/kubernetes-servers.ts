import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labBin, run } from './machine';
import { API_SERVER, CONTROLLER_MANAGER } from './peers';
import type { Processes } from './processes';

/** What a management cluster needs of Kubernetes' controllers; the others look after nodes. */
const CONTROLLERS = [
  'garbage-collector-controller',
  'namespace-controller',
  'serviceaccount-controller',
  'serviceaccount-token-controller',
  'root-ca-certificate-publisher-controller',
  'clusterrole-aggregation-controller',
];

/** Starts etcd, the API server on the port and the controller manager; returns the path of the kubeconfig. */
export async function startKubernetesServers(
  processes: Processes,
  state: string,
  port: number,
): Promise<string> {
  const tls = (name: string) => join(state, 'tls', name);
  const etcd = await startEtcd(processes, state, port + 1);
  processes.start(API_SERVER.name, join(labBin(), API_SERVER.name), [
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    `--secure-port=${port}`,
    '--endpoint-reconciler-type=none',
    `--etcd-servers=${etcd}`,
    '--service-cluster-ip-range=10.96.0.0/16',
    '--authorization-mode=RBAC',
    `--client-ca-file=${tls('ca.crt')}`,
    `--tls-cert-file=${tls('apiserver.crt')}`,
    `--tls-private-key-file=${tls('apiserver.key')}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${tls('service-account.key')}`,
    `--service-account-signing-key-file=${tls('service-account.key')}`,
  ]);
  const kubeconfig = writeKubeconfig(state, port);
  const env = { KUBECONFIG: kubeconfig };
  await processes.ready(API_SERVER.name, 120, async () => {
    const { code } = await run('kubectl', ['get', 'namespace', 'default'], { env });
    return code === 0;
  });
  processes.start(CONTROLLER_MANAGER.name, join(labBin(), CONTROLLER_MANAGER.name), [
    `--kubeconfig=${kubeconfig}`,
    '--leader-elect=false',
    '--bind-address=127.0.0.1',
    `--secure-port=${port + 3}`,
    `--cert-dir=${join(state, 'tls')}`,
    `--controllers=${CONTROLLERS.join(',')}`,
    `--service-account-private-key-file=${tls('service-account.key')}`,
    `--root-ca-file=${tls('ca.crt')}`,
  ]);
  return kubeconfig;
}

async function startEtcd(processes: Processes, state: string, port: number): Promise<string> {
  const clients = `http://127.0.0.1:${port}`;
  const peers = `http://127.0.0.1:${port + 1}`;
  processes.start('etcd', 'etcd', [
    '--name=lab',
    `--data-dir=${join(state, 'etcd')}`,
    '--log-level=warn',
    '--logger=zap',
    // What is lost with the machine is not missed, and labs share a disk.
    '--unsafe-no-fsync',
    `--listen-client-urls=${clients}`,
    `--advertise-client-urls=${clients}`,
    `--listen-peer-urls=${peers}`,
    `--initial-advertise-peer-urls=${peers}`,
    `--initial-cluster=lab=${peers}`,
  ]);
  await processes.ready('etcd', 30, async () => (await fetch(`${clients}/health`)).ok);
  return clients;
}

function writeKubeconfig(state: string, port: number): string {
  const encoded = (name: string) => readFileSync(join(state, 'tls', name)).toString('base64');
  const kubeconfig = join(state, 'kubeconfig');
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'lab',
    clusters: [
      {
        name: 'lab',
        cluster: {
          server: `https://127.0.0.1:${port}`,
          'certificate-authority-data': encoded('ca.crt'),
        },
      },
    ],
    users: [
      {
        name: 'admin',
        user: {
          'client-certificate-data': encoded('admin.crt'),
          'client-key-data': encoded('admin.key'),
        },
      },
    ],
    contexts: [{ name: 'lab', context: { cluster: 'lab', user: 'admin' } }],
  };
  writeFileSync(kubeconfig, JSON.stringify(config), { mode: 0o600 });
  return kubeconfig;
}
