import type { Taint } from './machine';

/** Machines that the cloud may take back, as plain data. */
export interface PreemptibleModel {
  /** Whether pods are kept away that do not tolerate it. */
  readonly tainted: boolean;
}

const KEY = 'node.cluster.x-k8s.io/preemptible';

/** Labels of nodes that the cloud may take back. */
export const PREEMPTIBLE_LABELS: Readonly<Record<string, string>> = Object.freeze({
  [KEY]: 'true',
});

/** Taints of nodes that the cloud may take back. */
export function preemptibleTaints({ tainted }: PreemptibleModel): readonly Taint[] {
  return tainted ? [{ key: KEY, value: 'true', effect: 'NoSchedule' }] : [];
}
