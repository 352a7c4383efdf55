import { compact, type Fields } from '../../base/fields';
import type { Taint } from '../model/machine';

/** Sorts taints by key and effect, as they are written. */
export function sortedTaints(taints: readonly Taint[]): readonly Taint[] {
  const sortKey = (taint: Taint) => `${taint.key}:${taint.effect}`;
  return [...taints].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** Renders the API fields of a taint. */
export function plainTaint({ key, value, effect }: Taint): Fields {
  return compact({ key, value, effect });
}

/** Renders the API fields of a taint that Cluster API propagates to nodes. */
export function propagatedTaint(taint: Taint): Fields {
  return { ...plainTaint(taint), propagation: 'Always' };
}
