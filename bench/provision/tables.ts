import type { Cost } from '../measure';
import { table } from '../report';

/** Name of the side with this library. */
export const OURS = 'capi-fleet';

/** Name of the side that lists the same resources one by one. */
export const BY_HAND = 'by-hand';

/** Sides that create the same resources. */
export const SIDES: readonly string[] = [BY_HAND, OURS];

type Costs = ReadonlyMap<string, Cost>;

const OPERATIONS = [
  'preview with mocks',
  'up with mocks',
  'preview',
  'up',
  'up unchanged',
] as const;

/** Number of resources of one cluster, including components. */
const PER_CLUSTER = 27;
const MOST_OF_BY_HAND = 1.15;

/** Markdown table of all measurements. */
export function provisionTable(planned: number, sizes: readonly number[], costs: Costs): string {
  const rows = [
    ...['synth', 'plan'].flatMap((operation) =>
      row(costs, `${operation} ${planned}`, `synth ${planned}`),
    ),
    ...sizes.flatMap((size) =>
      OPERATIONS.flatMap((operation) =>
        SIDES.flatMap((side) =>
          row(costs, `${side} ${operation} ${size}`, `${BY_HAND} ${operation} ${size}`),
        ),
      ),
    ),
  ];
  return table(['run and number of clusters', 'CPU s', 'wall s', 'peak MiB', '× first'], rows);
}

/** Markdown table of the cost of a resource, compared with the handwritten one. */
export function targetsTable(sizes: readonly number[], costs: Costs): string {
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const rows = OPERATIONS.flatMap((operation) => {
    const [byHand, ours] = SIDES.map((side) => {
      const few = costs.get(`${side} ${operation} ${smallest}`);
      const many = costs.get(`${side} ${operation} ${largest}`);
      if (few === undefined || many === undefined || smallest === largest) return undefined;
      return (many.cpu - few.cpu) / ((largest - smallest) * PER_CLUSTER);
    });
    if (byHand === undefined || ours === undefined) return [];
    const ratio = ours / byHand;
    const milliseconds = [byHand, ours].map((seconds) => (seconds * 1000).toFixed(2));
    const isMet = ratio <= MOST_OF_BY_HAND ? 'met' : 'missed';
    return [[operation, ...milliseconds, ratio.toFixed(2), String(MOST_OF_BY_HAND), isMet]];
  });
  const head = ['CPU per additional resource, ms', BY_HAND, OURS, '× by hand', 'at most', ''];
  return rows.length === 0 ? '' : table(head, rows);
}

function row(costs: Costs, key: string, first: string): string[][] {
  const [cost, base] = [costs.get(key), costs.get(first)];
  if (cost === undefined || base === undefined) return [];
  const { cpu, wall, peak } = cost;
  return [[key, cpu.toFixed(2), wall.toFixed(2), peak.toFixed(0), (cpu / base.cpu).toFixed(2)]];
}
