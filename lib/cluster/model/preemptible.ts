import type { Taint } from './machine';

/** Settings of preemptible servers, as plain data. */
export interface PreemptibleModel {
  /** Whether a taint keeps away pods that do not tolerate it. */
  readonly tainted: boolean;
}

const KEY = 'node.cluster.x-k8s.io/preemptible';

/** Labels of preemptible nodes. */
export const PREEMPTIBLE_LABELS: Readonly<Record<string, string>> = Object.freeze({
  [KEY]: 'true',
});

/** Returns the taints of preemptible nodes. */
export function preemptibleTaints({ tainted }: PreemptibleModel): readonly Taint[] {
  return tainted ? [{ key: KEY, value: 'true', effect: 'NoSchedule' }] : [];
}
