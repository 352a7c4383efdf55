import { spawn } from 'node:child_process';
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../../lib/base/manifest';
import { API_SERVER } from '../lab/peers';
import { type CommandResult, type KubernetesLab, labBin, run } from './lab';
import { until } from './lab-stand-in';
import { at } from './rendering';

const BINARY = API_SERVER.name;
const PORT_OFFSET = 20;
const FOLDERS = /\/(?=etc\/kubernetes\/|var\/log\/)/g;

/** Second API server of a lab, set up as a control-plane machine would set up its own. */
export interface ConfiguredServer {
  /** Folder in which the files of the machine are. */
  readonly root: string;
  /** Address of the server. */
  readonly url: string;
  /** Runs kubectl as the administrator against the server. */
  kubectl(args: readonly string[], stdin?: string): Promise<CommandResult>;
}

/**
 * Writes the files of a rendered control plane, runs its commands and starts an API server with its arguments.
 *
 * The lab's `stop` ends it.
 *
 * @param secrets Contents of keys of Secrets, by `name/key`.
 */
export async function startConfigured(
  lab: KubernetesLab,
  controlPlane: Manifest,
  secrets: Readonly<Record<string, string>>,
): Promise<ConfiguredServer> {
  const root = join(lab.state, 'node');
  const moved = (text: unknown) => String(text).replaceAll(FOLDERS, `${root}/`);
  const config = (...path: readonly string[]) => {
    const list = at(controlPlane, ['spec', 'kubeadmConfigSpec', ...path]);
    return Array.isArray(list) ? (list as unknown[]) : [];
  };
  for (const file of config('files')) {
    const path = moved(at(file, ['path']));
    const secret = at(file, ['contentFrom', 'secret']);
    const key = `${at(secret, ['name'])}/${at(secret, ['key'])}`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, moved(at(file, ['content']) ?? secrets[key]), { mode: 0o600 });
  }
  for (const volume of config('clusterConfiguration', 'apiServer', 'extraVolumes')) {
    mkdirSync(moved(`${at(volume, ['hostPath'])}/`), { recursive: true });
  }
  for (const command of config('preKubeadmCommands')) {
    const { code, stderr } = await run('sh', ['-c', moved(command)]);
    if (code !== 0) throw new Error(`${command} fails:\n${stderr}`);
  }
  const args = config('clusterConfiguration', 'apiServer', 'extraArgs').map(
    (arg) => `--${at(arg, ['name'])}=${moved(at(arg, ['value']))}`,
  );
  launch(lab, args);
  const url = `https://127.0.0.1:${lab.port + PORT_OFFSET}`;
  const kubectl: ConfiguredServer['kubectl'] = (given, stdin) =>
    lab.kubectl(['--server', url, ...given], stdin);
  await until(
    async () => (await kubectl(['get', '--raw', '/readyz'])).stdout,
    'the configured API server is not ready',
  );
  return { root, url, kubectl };
}

function launch(lab: KubernetesLab, args: readonly string[]): void {
  const log = openSync(join(lab.state, 'log/configured-apiserver'), 'a');
  const child = spawn(join(labBin(), BINARY), [...flags(lab), ...args], {
    // With the mark and the pid file, the lab's own stop script knows the process as its own.
    env: { ...process.env, LAB_KUBERNETES: lab.state },
    stdio: ['ignore', log, log],
    detached: true,
  });
  if (child.pid === undefined) throw new Error(`${BINARY} does not start`);
  writeFileSync(join(lab.state, 'pid/configured-apiserver'), String(child.pid));
  child.unref();
}

function flags({ state, port }: KubernetesLab): readonly string[] {
  const tls = (name: string) => join(state, 'tls', name);
  return [
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    `--secure-port=${port + PORT_OFFSET}`,
    '--endpoint-reconciler-type=none',
    `--etcd-servers=http://127.0.0.1:${port + 1}`,
    '--etcd-prefix=/configured',
    '--service-cluster-ip-range=10.96.0.0/16',
    '--authorization-mode=Node,RBAC',
    `--client-ca-file=${tls('ca.crt')}`,
    `--tls-cert-file=${tls('apiserver.crt')}`,
    `--tls-private-key-file=${tls('apiserver.key')}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${tls('service-account.key')}`,
    `--service-account-signing-key-file=${tls('service-account.key')}`,
  ];
}
