import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMAND_VARIABLE, type FleetCommand } from '../plan/fleet-command';
import type { PlanJson } from '../plan/plan-json';

/** Arguments of Node with which a program starts, TypeScript sources included. */
export function nodeArguments(program: string): readonly string[] {
  return /\.[cm]?ts$/.test(program) ? ['--import', 'tsx'] : [];
}

/** Runs a program with some variables over the usual ones; gives its exit code. */
export function runProgram(
  program: string,
  variables: Readonly<Record<string, string>> = {},
): number {
  const { PULUMI_CONFIG: _config, ...environment } = process.env;
  const child = spawnSync(process.execPath, [...nodeArguments(program), program], {
    stdio: 'inherit',
    env: { ...environment, ...variables },
  });
  return child.status ?? 1;
}

/** Asks a program for something that it prints; gives its exit code. */
export function askProgram(program: string, command: FleetCommand): number {
  return runProgram(program, { [COMMAND_VARIABLE]: JSON.stringify(command) });
}

/** Plan of a program; undefined where the program has printed why there is none. */
export function planOf(program: string): PlanJson | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'capi-fleet-'));
  try {
    const file = join(folder, 'plan.json');
    const code = askProgram(program, { command: 'plan', json: true, file, selection: {} });
    return code === 0 ? (JSON.parse(readFileSync(file, 'utf8')) as PlanJson) : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
