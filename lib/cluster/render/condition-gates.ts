import { compact, type Fields } from '../../base/fields';
import type { ConditionGate } from '../model/condition-gate';

/** Renders condition gates, sorted by condition type. */
export function conditionGates(gates: readonly ConditionGate[] | undefined): readonly Fields[] {
  const ordered = [...(gates ?? [])].sort((a, b) => (a.conditionType < b.conditionType ? -1 : 1));
  return ordered.map(({ conditionType, polarity }) => compact({ conditionType, polarity }));
}
