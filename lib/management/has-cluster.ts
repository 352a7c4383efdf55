import { execFile } from 'node:child_process';

/** Cluster object in its management cluster. */
export interface ClusterObject {
  /** Namespace of the object. */
  readonly namespace: string;
  /** Name of the object. */
  readonly name: string;
}

/** Timeout in seconds for the answer of a management cluster. */
const TIMEOUT = 10;

/**
 * Asks a management cluster with kubectl whether it has a Cluster that uses the resources provisioned for it.
 *
 * @param context Context of the kubeconfig; the current one if absent.
 * @returns The Cluster, for messages. The list is also empty if there is no kubectl or the management cluster does not
 *   answer: only a Cluster that is found is conclusive.
 */
export async function clusterUsers(
  object: ClusterObject,
  context: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<readonly string[]> {
  const isThere = await hasCluster(object, context, environment);
  return isThere ? [`Cluster ${object.namespace}/${object.name}`] : [];
}

function hasCluster(
  { namespace, name }: ClusterObject,
  context: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<boolean> {
  const args = [
    ...(context === undefined ? [] : ['--context', context]),
    ...['--namespace', namespace, '--request-timeout', `${TIMEOUT}s`],
    ...['get', 'clusters.cluster.x-k8s.io', name, '--output', 'name'],
  ];
  const options = { timeout: 2 * TIMEOUT * 1000, env: environment };
  return new Promise((resolve) => {
    execFile('kubectl', args, options, (error, stdout) => {
      resolve(error === null && stdout.trim() !== '');
    });
  });
}
