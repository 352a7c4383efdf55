import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './import-graph';
import type { TreeJob } from './tree-program';

/** Where a process is to end. */
export interface Death {
  /** Number of the change in the folder, from 1. */
  readonly change: number;
  readonly when: 'before' | 'half' | 'after';
  /** Signal that ends it. */
  readonly signal?: NodeJS.Signals;
}

/** Program that a real process runs. */
export interface DyingProgram {
  readonly program: string;
  /** Folder whose changes are counted. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs a program in a process that ends at one of its changes of a folder, if it makes as many. */
export function runUntilDeath(
  { program, folder, variables, cwd = ROOT }: DyingProgram,
  { change, when, signal = 'SIGKILL' }: Death,
): SpawnSyncReturns<string> {
  const preload = pathToFileURL(join(ROOT, 'test/support/kill-at-change.ts')).href;
  const kill = JSON.stringify({ folder, change, when, signal });
  return spawnSync(process.execPath, ['--import', 'tsx', '--import', preload, program], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...variables, CAPI_FLEET_KILL: kill },
  });
}

/** Writes a tree in a process that ends at one of its changes, if it makes as many. */
export function writeUntilDeath(job: TreeJob, death: Death): SpawnSyncReturns<string> {
  const program = join(ROOT, 'test/support/tree-program.ts');
  const variables = { CAPI_FLEET_TREE: JSON.stringify(job) };
  return runUntilDeath({ program, folder: job.outdir, variables }, death);
}
