import { type GpuModel, gpuLabels, gpuTaints } from './gpu';
import type { Taint } from './machine';
import { PREEMPTIBLE_LABELS, type PreemptibleModel, preemptibleTaints } from './preemptible';
import { type NodeOs, WINDOWS_TAINT } from './windows';

/** What a pool says its machines are. */
export interface PoolKind {
  /** Graphics processors. */
  readonly gpu?: GpuModel | undefined;
  /** Whether the cloud may take servers back. */
  readonly preemptible?: PreemptibleModel | undefined;
  /** Operating system. */
  readonly os?: NodeOs | undefined;
}

/** Labels of a pool's nodes: those of the user over those that follow from its kind. */
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

/** Taints of a pool's nodes: those of the user, and those that follow from its kind but for the user's. */
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
