import type { Cost } from './measure';
import { exponentOf, table } from './report';

type Costs = ReadonlyMap<string, Cost>;

interface Target {
  readonly what: string;
  readonly atMost: number;
  /** Measured value, or NaN where a side is missing. */
  value(costs: Costs): number;
}

const OURS = 'capi-fleet';
const FIRST = '1000';

const SLIM: readonly Target[] = [
  { what: 'CPU / limit', atMost: 3, value: ratioTo('limit') },
  { what: 'CPU / vanilla cdk8s', atMost: 1 / 15, value: ratioTo('cdk8s') },
  { what: 'CPU / jsonnet', atMost: 0.5, value: ratioTo('jsonnet') },
  {
    what: 'CPU with nothing changed / first synth',
    atMost: 0.5,
    value: (costs) => cpu(costs, `${OURS} unchanged`) / cpu(costs, OURS),
  },
  {
    what: 'CPU with one cluster changed / first synth',
    atMost: 0.5,
    value: (costs) => cpu(costs, `${OURS} one changed`) / cpu(costs, OURS),
  },
  { what: 'peak MiB', atMost: 210, value: (costs) => peak(costs, OURS, FIRST) },
  {
    what: 'peak MiB of the lazy form at 10,000',
    atMost: 286,
    value: (costs) => peak(costs, `${OURS} lazy`, '10000'),
  },
  {
    what: 'growth exponent from 100 to 10,000',
    atMost: 1.05,
    value: (costs) => exponentOf(cpu(costs, OURS, '100'), cpu(costs, OURS, '10000')),
  },
  {
    what: "CPU of one cluster / require('cdk8s')",
    atMost: 1.5,
    value: (costs) =>
      (costs.get('one cluster, precompiled')?.cpu ?? Number.NaN) /
      (costs.get('node -e "require(\'cdk8s\')"')?.cpu ?? Number.NaN),
  },
];

const FAT: readonly Target[] = [{ what: 'CPU / limit', atMost: 2, value: ratioTo('limit') }];

/** Markdown table of the targets, at 1,000 clusters where nothing else is said. */
export function targetTable(costs: Costs, fat: boolean): string {
  const rows = (fat ? FAT : SLIM).flatMap(({ what, atMost, value }) => {
    const measured = value(costs);
    if (Number.isNaN(measured)) return [];
    return [[what, format(atMost), format(measured), measured <= atMost ? 'met' : 'missed']];
  });
  return rows.length === 0 ? '' : table(['target', 'at most', 'measured', ''], rows);
}

function ratioTo(side: string): (costs: Costs) => number {
  return (costs) => cpu(costs, OURS) / cpu(costs, side);
}

function cpu(costs: Costs, side: string, size = FIRST): number {
  return costs.get(`${side} ${size}`)?.cpu ?? Number.NaN;
}

function peak(costs: Costs, side: string, size: string): number {
  return costs.get(`${side} ${size}`)?.peak ?? Number.NaN;
}

function format(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toFixed(value < 0.1 ? 3 : 2);
}
