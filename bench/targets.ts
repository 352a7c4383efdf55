import type { Cost } from './measure';
import { exponentOf, table } from './report';
import { CDK8S, EMPTY_TYPESCRIPT, PRECOMPILED, SYNTH } from './startup';

type Costs = ReadonlyMap<string, Cost>;

interface Target {
  readonly what: string;
  readonly atMost: number;
  /**
   * Limit that fails the run: the target, or the current value if the target is missed, plus noise.
   *
   * @default - a quarter above the target
   */
  readonly holds?: number;
  /** Measured value, or NaN if a side is missing. */
  value(costs: Costs): number;
}

const OURS = 'capi-fleet';
const FIRST = '1000';
/** Tolerance for runs on a machine with other load. */
const NOISE = 1.25;

const SLIM: readonly Target[] = [
  { what: 'CPU / limit', atMost: 3, holds: 6.5, value: ratioTo('limit') },
  { what: 'CPU at 100 / limit', atMost: 6.2, value: ratioTo('limit', '100') },
  { what: 'CPU / vanilla cdk8s', atMost: 1 / 15, holds: 0.1, value: ratioTo('cdk8s') },
  { what: 'CPU / jsonnet', atMost: 0.5, value: ratioTo('jsonnet') },
  {
    what: 'CPU without changes / first synth',
    atMost: 0.15,
    holds: 1,
    value: ratioOf(`${OURS} unchanged`),
  },
  {
    what: 'CPU with one changed cluster / first synth',
    atMost: 0.5,
    holds: 1,
    value: ratioOf(`${OURS} one changed`),
  },
  {
    what: 'CPU of different clusters / equal ones',
    atMost: 1.5,
    holds: 6,
    value: ratioOf(`${OURS} different`),
  },
  {
    what: 'CPU of different clusters on all clouds / equal ones',
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
    value: (costs) => cpuOf(costs, PRECOMPILED) / cpuOf(costs, CDK8S),
  },
  {
    what: 'CPU of capi-fleet synth of TypeScript / empty TypeScript program and precompiled one',
    atMost: 1.3,
    value: (costs) =>
      cpuOf(costs, SYNTH) / (cpuOf(costs, EMPTY_TYPESCRIPT) + cpuOf(costs, PRECOMPILED)),
  },
];

const FAT: readonly Target[] = [
  { what: 'CPU / limit', atMost: 2, holds: 3.5, value: ratioTo('limit') },
];

/** CPU time of a start-up, or NaN if it was not measured. */
function cpuOf(costs: Costs, name: string): number {
  return costs.get(name)?.cpu ?? Number.NaN;
}

/** Target with its measured value. */
interface Outcome extends Target {
  readonly measured: number;
}

/** Markdown table of the targets, at 1,000 clusters unless stated otherwise. */
export function targetTable(costs: Costs, fat: boolean): string {
  const rows = outcomes(costs, fat).map((outcome) => {
    const { what, atMost, measured } = outcome;
    const word = measured <= atMost ? 'met' : `missed, ${isHeld(outcome) ? 'held' : 'not held'}`;
    return [what, format(atMost), format(bound(outcome)), format(measured), word];
  });
  return rows.length === 0 ? '' : table(['target', 'at most', 'held at', 'measured', ''], rows);
}

/** Sentences about targets that are not held. */
export function breaches(costs: Costs, fat: boolean): readonly string[] {
  const all = outcomes(costs, fat);
  if (all.length === 0) return ['no measurement has a target'];
  return all
    .filter((outcome) => !isHeld(outcome))
    .map((outcome) => {
      const { what, measured } = outcome;
      return `${what} is ${format(measured)}, but must be ${format(bound(outcome))} or less`;
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
