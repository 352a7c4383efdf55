import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Cost of one run. */
export interface Cost {
  /** User and system time, in seconds. */
  readonly cpu: number;
  /** Elapsed time, in seconds. */
  readonly wall: number;
  /** Largest resident set of all processes of the run, in MiB. */
  readonly peak: number;
}

/** Runs a command and measures its cost, including all child processes. */
export function measure(command: readonly string[]): Cost {
  const wrapper = join(process.cwd(), 'bench/measure.py');
  const result = spawnSync('python3', [wrapper, ...command], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (result.status !== 0) throw new Error(`cannot measure ${command.join(' ')}`);
  const { code, ...cost }: Cost & { code: number } = JSON.parse(result.stdout);
  if (code !== 0) throw new Error(`exit code ${code} from ${command.join(' ')}`);
  return cost;
}

/** Median of each figure. */
export function medianCost(costs: readonly Cost[]): Cost {
  return {
    cpu: median(costs.map((cost) => cost.cpu)),
    wall: median(costs.map((cost) => cost.wall)),
    peak: median(costs.map((cost) => cost.peak)),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
