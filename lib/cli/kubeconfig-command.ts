import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { ClusterObject } from '../management/has-cluster';
import { findClusters, kubeconfigOf } from '../management/kubeconfig';
import { type End, newCommand } from './command';

interface KubeconfigOptions {
  readonly namespace?: string;
  readonly context?: string;
  readonly output?: string;
}

/** Only its owner may read a file with credentials. */
const PRIVATE_MODE = 0o600;

/** Fetches the kubeconfig of a workload cluster. */
export function kubeconfigCommand(end: End): Command {
  return newCommand(
    'kubeconfig',
    'fetch the kubeconfig of a cluster',
    'fetch the kubeconfig of a workload cluster from its management cluster, with kubectl',
  )
    .argument('<cluster>', 'name of the cluster')
    .option('-n, --namespace <namespace>', 'namespace of the Cluster (default: found by its name)')
    .option(
      '--context <context>',
      'context of the management cluster in your kubeconfig (default: the current one)',
    )
    .option('-o, --output <file>', 'write a file that only you can read, instead of printing')
    .action(async (name: string, options: KubeconfigOptions) => {
      const cluster = await clusterNamed(name, options);
      const text = await kubeconfigOf(cluster, options.context);
      const { output } = options;
      if (output === undefined) process.stdout.write(text);
      else writeFileSync(output, text, { mode: PRIVATE_MODE });
      end(0);
    });
}

async function clusterNamed(
  name: string,
  { namespace, context }: KubeconfigOptions,
): Promise<ClusterObject> {
  if (namespace !== undefined) return { namespace, name };
  const clusters = await findClusters(context);
  const found = clusters.filter((cluster) => cluster.name === name);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const where = found.map((cluster) => cluster.namespace).join(', ');
  if (only !== undefined) {
    throw new Error(
      `several namespaces have a Cluster ${name}: ${where}\n  fix: name one with --namespace`,
    );
  }
  const names = clusters.map((cluster) => `${cluster.namespace}/${cluster.name}`).join(', ');
  throw new Error(
    `the management cluster has no Cluster ${name}\n  allowed: ${names || 'none; it has no Clusters yet'}\n` +
      '  fix: apply the manifests, or name the management cluster with --context',
  );
}
