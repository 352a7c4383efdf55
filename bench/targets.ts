import type { Cost } from './measure';
import { exponentOf, table } from './report';

type Costs = ReadonlyMap<string, Cost>;

interface Target {
  readonly what: string;
  readonly atMost: number;
  /**
   * What the gate lets pass: the target and its noise, or what is reached and its noise where the target is missed.
   *
   * @default - a quarter above the target
   */
  readonly holds?: number;
  /** Measured value, or NaN where a side is missing. */
  value(costs: Costs): number;
}

const OURS = 'capi-fleet';
const FIRST = '1000';
/** How much more than on a quiet machine two runs in a row may take, beside other work. */
const NOISE = 1.25;

const SLIM: readonly Target[] = [
  { what: 'CPU / limit', atMost: 3, holds: 6.5, value: ratioTo('limit') },
  { what: 'CPU at 100 / limit', atMost: 6.2, value: ratioTo('limit', '100') },
  { what: 'CPU / vanilla cdk8s', atMost: 1 / 15, holds: 0.1, value: ratioTo('cdk8s') },
  { what: 'CPU / jsonnet', atMost: 0.5, value: ratioTo('jsonnet') },
  {
    what: 'CPU with nothing changed / first synth',
    atMost: 0.15,
    holds: 1,
    value: ratioOf(`${OURS} unchanged`),
  },
  {
    what: 'CPU with one cluster changed / first synth',
    atMost: 0.5,
    holds: 1,
    value: ratioOf(`${OURS} one changed`),
  },
  {
    what: 'CPU of clusters that all differ / of equal ones',
    atMost: 1.5,
    holds: 6,
    value: ratioOf(`${OURS} different`),
  },
  {
    what: 'CPU of such clusters on all clouds / of equal ones',
    atMost: 1.5,
    holds: 6.5,
    value: ratioOf(`${OURS} mixed`),
  },
  { what: 'peak MiB', atMost: 150, value: (costs) => peak(costs, OURS, FIRST) },
  {
    what: 'peak MiB of the lazy form at 10,000',
    atMost: 220,
    holds: 300,
    value: (costs) => peak(costs, `${OURS} lazy`, '10000'),
  },
  {
    what: 'growth exponent from 100 to 10,000',
    atMost: 1.02,
    value: (costs) => exponentOf(cpu(costs, OURS, '100'), cpu(costs, OURS, '10000')),
  },
  { what: 'CPU at 10,000 / limit', atMost: 3, holds: 4, value: ratioTo('limit', '10000') },
  {
    what: "CPU of one cluster / require('cdk8s')",
    atMost: 1.5,
    holds: 3.5,
    value: (costs) =>
      (costs.get('one cluster, precompiled')?.cpu ?? Number.NaN) /
      (costs.get('node -e "require(\'cdk8s\')"')?.cpu ?? Number.NaN),
  },
];

const FAT: readonly Target[] = [
  { what: 'CPU / limit', atMost: 2, holds: 3.5, value: ratioTo('limit') },
];

/** What has come of a target. */
interface Outcome extends Target {
  readonly measured: number;
}

/** Markdown table of the targets, at 1,000 clusters where nothing else is said. */
export function targetTable(costs: Costs, fat: boolean): string {
  const rows = outcomes(costs, fat).map((outcome) => {
    const { what, atMost, measured } = outcome;
    const word = measured <= atMost ? 'met' : `missed, ${isHeld(outcome) ? 'held' : 'not held'}`;
    return [what, format(atMost), format(bound(outcome)), format(measured), word];
  });
  return rows.length === 0 ? '' : table(['target', 'at most', 'held at', 'measured', ''], rows);
}

/** What takes more than the gate lets pass, as sentences. */
export function breaches(costs: Costs, fat: boolean): readonly string[] {
  const all = outcomes(costs, fat);
  if (all.length === 0) return ['nothing was measured that a target is for'];
  return all
    .filter((outcome) => !isHeld(outcome))
    .map((outcome) => {
      const { what, measured } = outcome;
      return `${what} is ${format(measured)}, and has to be ${format(bound(outcome))} or less`;
    });
}

function outcomes(costs: Costs, fat: boolean): readonly Outcome[] {
  return (fat ? FAT : SLIM)
    .map((target) => ({ ...target, measured: target.value(costs) }))
    .filter(({ measured }) => !Number.isNaN(measured));
}

function isHeld(outcome: Outcome): boolean {
  return outcome.measured <= bound(outcome);
}

function bound({ atMost, holds = atMost * NOISE }: Target): number {
  return holds;
}

function ratioTo(side: string, size = FIRST): (costs: Costs) => number {
  return (costs) => cpu(costs, OURS, size) / cpu(costs, side, size);
}

function ratioOf(side: string): (costs: Costs) => number {
  return (costs) => cpu(costs, side) / cpu(costs, OURS);
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
