import { type NodeKind, nodeKinds } from './cluster-nodes';
import type { Obstacle } from './obstacle';
import { obstacleOf } from './pod-placement';
import type { Rule } from './rule';
import type { AddonSubject } from './subjects';
import { type Workload, workloadsOf } from './workloads';

/** Rules on the pods of addons. */
export const WORKLOAD_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'addon-pods',
    reason: 'Pods that no node of the cluster can run are pending for ever.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/scheduling-eviction/kube-scheduler.md',
    check({ cluster, addon }, refuse) {
      const workloads = workloadsOf(addon);
      if (workloads.length === 0) return;
      const nodes = nodeKinds(cluster);
      const declared = new Set(nodes.flatMap(({ labels }) => Object.keys(labels)));
      for (const workload of workloads) {
        const obstacles = nodes.map((node) => obstacleOf(workload.pod, node, declared));
        const known = obstacles.filter((one) => one !== undefined);
        if (known.length < nodes.length || isForOthers(workload, known)) continue;
        refuse(
          { path: addon.path, prop: 'manifest' },
          {
            given: workload.title,
            allowed: `pods that a node of the cluster can run: ${obstacleWords(nodes, known)}`,
            fix: (known.findLast(({ isClose }) => isClose) ?? known.at(-1))?.fix ?? '',
          },
        );
      }
    },
  },
  {
    id: 'payload-reconcile-job',
    reason:
      'Reconcile takes away from a Job what its controller has filled in, which Kubernetes refuses, and goes on trying.',
    source: 'CAPI@v1.14.0:core/reconcilers/clusterresourceset/clusterresourceset_scope.go',
    check({ addon }, refuse) {
      if (addon.delivery.strategy !== 'Reconcile') return;
      for (const { kind, title } of workloadsOf({ ...addon, carriedTexts: [] })) {
        if (kind !== 'Job') continue;
        refuse(
          { path: addon.path, prop: 'delivery' },
          {
            given: 'Reconcile',
            allowed: `ApplyOnce for an addon with ${title}`,
            fix: "write Delivery.clusterResourceSet({ strategy: 'ApplyOnce' }), and name the Job anew when it changes",
          },
        );
      }
    },
  },
];

/** A DaemonSet for an operating system that no node has runs nowhere, and nothing waits for it. */
function isForOthers({ kind }: Workload, obstacles: readonly Obstacle[]): boolean {
  return kind === 'DaemonSet' && obstacles.every(({ isForeign }) => isForeign === true);
}

function obstacleWords(nodes: readonly NodeKind[], obstacles: readonly Obstacle[]): string {
  const words = nodes.map(({ name }, index) => `${name} ${obstacles[index]?.says}`);
  return [...new Set(words)].join('; ');
}
