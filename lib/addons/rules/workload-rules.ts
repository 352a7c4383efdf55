import type { Fields } from '../../base/fields';
import { once } from '../../base/once';
import type { Rule } from '../../base/rule';
import { wordsFor } from '../../base/words';
import { isControlPlane, type NodeKind, nodeKinds } from './cluster-nodes';
import type { Obstacle } from './obstacle';
import { obstaclesOf } from './pod-placement';
import type { AddonSubject } from './subjects';
import { type Workload, workloadsOf } from './workloads';

type Obstacles = readonly Obstacle[];

/** Additional effort on the control plane, where few programs intend to run pods. */
const CONTROL_PLANE_EFFORT = 6;

/** Pods that were found to fit a node, by the list of node kinds: many clusters share both. */
const placed = new WeakMap<readonly NodeKind[], WeakSet<Fields>>();

/** Rules on the pods of addons. */
export const WORKLOAD_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'addon-pods',
    reason: 'Pods that no node of the cluster can run stay pending.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/scheduling-eviction/kube-scheduler.md',
    check({ cluster, addon }, refuse) {
      const workloads = workloadsOf(addon);
      if (workloads.length === 0) return;
      const nodes = nodeKinds(cluster);
      const fine = placed.get(nodes) ?? new WeakSet();
      placed.set(nodes, fine);
      const declared = once(() => new Set(nodes.flatMap(({ labels }) => Object.keys(labels))));
      for (const workload of workloads) {
        if (fine.has(workload.pod)) continue;
        const obstacles = (node: NodeKind) => obstaclesOf(workload.pod, node, declared());
        const known = nodes.some((node) => obstacles(node).length === 0)
          ? undefined
          : nodes.map(obstacles);
        if (known === undefined || isForOthers(workload, known)) {
          fine.add(workload.pod);
          continue;
        }
        refuse(
          { path: addon.path, prop: 'manifest' },
          {
            given: workload.title,
            allowed: `pods that a node of the cluster can run: ${obstacleWords(nodes, known)}`,
            fix: fixOf(nodes, known),
          },
        );
      }
    },
  },
  {
    id: 'payload-reconcile-job',
    reason:
      'Reconcile removes the fields that the Job controller has filled in, which Kubernetes rejects, and keeps retrying.',
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
            fix: "write Delivery.clusterResourceSet({ strategy: 'ApplyOnce' }), and rename the Job when it changes",
          },
        );
      }
    },
  },
];

/** Tells whether a DaemonSet is for an operating system that no node has: it runs nowhere, and nothing waits for it. */
function isForOthers({ kind }: Workload, known: readonly Obstacles[]): boolean {
  const areForeign = known.every((all) => all.some(({ isForeign }) => isForeign === true));
  return kind === 'DaemonSet' && areForeign;
}

/** Returns the fix with the least effort, preferring nodes of pools. */
function fixOf(nodes: readonly NodeKind[], known: readonly Obstacles[]): string {
  const efforts = known.map(
    (all, index) => effortOf(all) + (isControlPlaneAt(nodes, index) ? CONTROL_PLANE_EFFORT : 0),
  );
  const closest = known[efforts.lastIndexOf(Math.min(...efforts))] ?? [];
  return closest.map(({ fix }) => fix).join('; and ');
}

function isControlPlaneAt(nodes: readonly NodeKind[], index: number): boolean {
  const node = nodes[index];
  return node !== undefined && isControlPlane(node);
}

function effortOf(obstacles: Obstacles): number {
  return obstacles.reduce((sum, { effort }) => sum + effort, 0);
}

function obstacleWords(nodes: readonly NodeKind[], known: readonly Obstacles[]): string {
  const words = nodes.map(({ name }, index) => {
    return `${name} ${wordsFor(known[index]?.map(({ says }) => says) ?? [], 'and')}`;
  });
  return [...new Set(words)].join('; ');
}
