import { type GpuModel, gpuLabels, gpuTaints } from './gpu';
import type { Taint } from './machine';
import { PREEMPTIBLE_LABELS, type PreemptibleModel, preemptibleTaints } from './preemptible';
import { type NodeOs, WINDOWS_TAINT } from './windows';

/** Properties of a pool's machines that labels and taints are derived from. */
export interface PoolKind {
  /** GPUs. */
  readonly gpu?: GpuModel | undefined;
  /** Settings of preemptible servers. */
  readonly preemptible?: PreemptibleModel | undefined;
  /** Operating system. */
  readonly os?: NodeOs | undefined;
}

/** Returns the labels of a pool's nodes; labels of the user override derived ones. */
export function markedLabels(
  { gpu, preemptible }: PoolKind,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return {
    ...(gpu === undefined ? {} : gpuLabels(gpu)),
    ...(preemptible === undefined ? {} : PREEMPTIBLE_LABELS),
    ...own,
  };
}

/** Returns the taints of a pool's nodes; taints of the user override derived ones of the same key and effect. */
export function markedTaints(
  { gpu, preemptible, os }: PoolKind,
  own: readonly Taint[],
): readonly Taint[] {
  const derived = [
    ...(gpu === undefined ? [] : gpuTaints(gpu)),
    ...(preemptible === undefined ? [] : preemptibleTaints(preemptible)),
    ...(os === 'windows' ? [WINDOWS_TAINT] : []),
  ];
  const isGiven = ({ key, effect }: Taint) =>
    own.some((taint) => taint.key === key && taint.effect === effect);
  return derived.length === 0 ? own : [...own, ...derived.filter((taint) => !isGiven(taint))];
}
