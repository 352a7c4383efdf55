import { parseArgs } from 'node:util';

/** Options of one run of the benchmark. */
export interface BenchOptions {
  readonly clusters: readonly number[];
  readonly rounds: number;
  readonly sides: readonly string[] | undefined;
  readonly fat: boolean;
  readonly startup: boolean;
  /** Whether the run fails if a target is not held. */
  readonly judge: boolean;
}

/** Reads the flags of `bench/run.ts`. */
export function benchOptions(argv: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      clusters: { type: 'string', default: '1,10,100,1000,10000' },
      rounds: { type: 'string', default: '3' },
      sides: { type: 'string' },
      fat: { type: 'boolean', default: false },
      'no-startup': { type: 'boolean', default: false },
      judge: { type: 'boolean', default: false },
    },
  });
  return {
    clusters: values.clusters.split(',').map(Number),
    rounds: Number(values.rounds),
    sides: values.sides?.split(','),
    fat: values.fat,
    startup: !values['no-startup'],
    judge: values.judge,
  };
}
