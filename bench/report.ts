import type { Cost } from './measure';
import type { Startup } from './startup';

const LIMIT = 'limit';

/** Markdown table of every side at every size, with the ratio to the CPU time of the limit. */
export function sizeTable(
  sizes: readonly number[],
  sides: readonly string[],
  costs: ReadonlyMap<string, Cost>,
): string {
  const rows = sizes.flatMap((size) =>
    sides.flatMap((side) => {
      const cost = costs.get(`${side} ${size}`);
      if (cost === undefined) return [];
      const limit = costs.get(`${LIMIT} ${size}`);
      return [[String(size), side, ...figures(cost), ratio(cost.cpu, limit?.cpu)]];
    }),
  );
  return table(['clusters', 'side', 'CPU s', 'wall s', 'peak MiB', '× limit'], rows);
}

/** Growth of CPU time from 100 to 10,000 clusters, as an exponent of the number of clusters. */
export function growth(sides: readonly string[], costs: ReadonlyMap<string, Cost>): string {
  const rows = sides.flatMap((side) => {
    const [one, few, many] = [1, 100, 10_000].map((size) => costs.get(`${side} ${size}`)?.cpu);
    if (one === undefined || few === undefined || many === undefined) return [];
    return [[side, exponentOf(few, many).toFixed(2), exponentOf(few - one, many - one).toFixed(2)]];
  });
  if (rows.length === 0) return '';
  return table(['side', 'exponent', 'exponent without start-up'], rows);
}

/** Markdown table of start-up costs, with the ratio to the CPU time of the first one. */
export function startupTable(
  startups: readonly Startup[],
  costs: ReadonlyMap<string, Cost>,
): string {
  const first = startups[0] === undefined ? undefined : costs.get(startups[0].name);
  const rows = startups.flatMap(({ name }) => {
    const cost = costs.get(name);
    return cost === undefined ? [] : [[name, ...figures(cost), ratio(cost.cpu, first?.cpu)]];
  });
  return table(['start-up', 'CPU s', 'wall s', 'peak MiB', '× first'], rows);
}

/** Exponent of growth between two sizes with a ratio of one to a hundred. */
export function exponentOf(few: number, many: number): number {
  return Math.log(many / few) / Math.log(100);
}

function figures({ cpu, wall, peak }: Cost): string[] {
  return [cpu.toFixed(2), wall.toFixed(2), peak.toFixed(0)];
}

function ratio(value: number, base: number | undefined): string {
  return base === undefined ? '–' : (value / base).toFixed(2);
}

/** Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return `\n${[head, rule, ...rows].map(line).join('\n')}`;
}
