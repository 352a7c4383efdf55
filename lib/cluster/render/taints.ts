import { compact, type Fields } from '../../base/fields';
import type { Taint } from '../model/machine';

/** Taints by key and effect, in which order they are written. */
export function sortedTaints(taints: readonly Taint[]): readonly Taint[] {
  const sortKey = (taint: Taint) => `${taint.key}:${taint.effect}`;
  return [...taints].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** Fields of a taint in the API. */
export function plainTaint({ key, value, effect }: Taint): Fields {
  return compact({ key, value, effect });
}

/** Fields of a taint that Cluster API keeps on a node. */
export function propagatedTaint(taint: Taint): Fields {
  return { ...plainTaint(taint), propagation: 'Always' };
}
