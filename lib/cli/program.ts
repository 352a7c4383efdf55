import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportEntry, ImportFile } from '../openstack/import-lines';
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

/**
 * What is in the clouds already under the planned names of a stack, where there is one of each.
 *
 * @param config Values under `capi-fleet:` that say what the stack holds, as JSON.
 * @param entries Entries of `clouds.yaml` by the names of clouds, as JSON; absent takes the usual one.
 * @throws Error when the program has printed why it could not look.
 */
export function existingIn(
  program: string,
  config: Readonly<Record<string, string>>,
  entries: string | undefined,
): readonly ImportEntry[] {
  const names = (key: string) =>
    config[key] === undefined ? {} : { [key]: JSON.parse(config[key]) as string[] };
  const found = answerOf<ImportFile>(program, {
    command: 'import',
    json: true,
    selection: { ...names('clusters'), ...names('clouds') },
    ...(entries === undefined ? {} : { entries: JSON.parse(entries) as Record<string, string> }),
  });
  if (found === undefined) throw new Error('the cloud could not be read');
  return found.resources;
}

/** Plan of a program; undefined where the program has printed why there is none. */
export function planOf(program: string): PlanJson | undefined {
  return answerOf<PlanJson>(program, { command: 'plan', json: true, selection: {} });
}

/** What a program answers in JSON; undefined where it has printed why it does not. */
function answerOf<T>(program: string, command: FleetCommand): T | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'capi-fleet-'));
  try {
    const file = join(folder, 'answer.json');
    const code = askProgram(program, { ...command, file });
    return code === 0 ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
