import { execFile } from 'node:child_process';
import { isMap } from '../base/is-map';
import { mapsAt, valueAt } from '../base/value-at';
import type { ClusterObject } from './has-cluster';

const TIMEOUT = '10s';
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Lists the Clusters of a management cluster.
 *
 * @param context Context of the kubeconfig; the current one if absent.
 * @throws Error with the output of kubectl.
 */
export async function findClusters(context?: string): Promise<readonly ClusterObject[]> {
  const list = await get(context, ['clusters.cluster.x-k8s.io', '--all-namespaces']);
  return mapsAt(list, 'items').map(([item]) => ({
    namespace: String(valueAt(item, 'metadata', 'namespace')),
    name: String(valueAt(item, 'metadata', 'name')),
  }));
}

/**
 * Returns the kubeconfig of a cluster, from the Secret in which Cluster API stores it.
 *
 * @param context Context of the kubeconfig; the current one if absent.
 * @throws Error with the output of kubectl, or with what to wait for.
 * @see Secret `<cluster>-kubeconfig`, key `value`
 */
export async function kubeconfigOf(
  { namespace, name }: ClusterObject,
  context?: string,
): Promise<string> {
  const args = ['secret', `${name}-kubeconfig`, '--namespace', namespace, '--ignore-not-found'];
  const value = valueAt(await get(context, args), 'data', 'value');
  if (typeof value === 'string') return Buffer.from(value, 'base64').toString();
  throw new Error(
    `Cluster ${namespace}/${name} has no kubeconfig yet\n` +
      '  allowed: a Cluster whose control plane endpoint and certificates exist\n' +
      `  fix: wait, and look at clusterctl describe cluster ${name} --namespace ${namespace}`,
  );
}

async function get(context: string | undefined, args: readonly string[]): Promise<unknown> {
  const text = await kubectl([
    ...(context === undefined ? [] : ['--context', context]),
    ...['--request-timeout', TIMEOUT, 'get', ...args, '--output', 'json'],
  ]);
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  return isMap(parsed) ? parsed : {};
}

function kubectl(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('kubectl', args, { maxBuffer: MOST_BYTES }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else if ('code' in error && error.code === 'ENOENT') {
        reject(new Error('kubectl is missing\n  fix: install kubectl, and add its folder to PATH'));
      } else reject(new Error(stderr.trim() || error.message));
    });
  });
}
