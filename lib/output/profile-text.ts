import { plainTable } from '../base/plain-table';
import type { Spent, TimeSpent } from '../base/time-spent';

/** Number of slowest rules that are printed. */
const TOLD_RULES = 20;

/** Tables of the time that a synth took, by phase (total and per cluster) and by rule. */
export function profileText(times: TimeSpent): string {
  const phases = times.longest('phase');
  const clusters = new Map(phases).get('what clusters share')?.times ?? 0;
  const total = phases.reduce((sum, [, { milliseconds }]) => sum + milliseconds, 0);
  const rows = phases.map(([name, { milliseconds, times: count }]) => [
    name,
    milliseconds.toFixed(1),
    `${((100 * milliseconds) / total).toFixed(1)} %`,
    (milliseconds / Math.max(clusters, 1)).toFixed(3),
    String(count),
  ]);
  const byPhase = plainTable({ head: ['phase', 'ms', 'share', 'ms / cluster', 'times'], rows });
  const byRule = plainTable({
    head: ['rule', 'ms', 'µs each', 'times'],
    rows: times.longest('rule').slice(0, TOLD_RULES).map(ruleRow),
  });
  return `${byPhase}\n\n${byRule}\n`;
}

function ruleRow([name, { milliseconds, times }]: readonly [string, Spent]): readonly string[] {
  const each = (1_000 * milliseconds) / times;
  return [name, milliseconds.toFixed(1), each.toFixed(1), String(times)];
}
