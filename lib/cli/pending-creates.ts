import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stack } from '@pulumi/pulumi/automation';
import { fieldOf, fieldsIn } from '../openstack/fields';
import type { ImportEntry, ImportFile } from '../openstack/import-lines';
import type { FleetCommand } from '../plan/fleet-command';
import { nameOf } from '../plan/stack-state';
import type { FleetStack } from './fleet-stacks';
import { askProgram } from './program';

/** Resource that an update was making when it was killed: the cloud may have it, the state has not. */
export interface PendingCreate {
  /** Name of the resource with those around it. */
  readonly urn: string;
  /** Name in the plan. */
  readonly name: string;
}

/** Resources that a killed update was making, from an exported stack. */
export function pendingCreates(deployment: unknown): readonly PendingCreate[] {
  return fieldsIn(fieldOf(deployment, 'pending_operations'))
    .filter(({ type }) => type === 'creating')
    .map(({ resource }) => String(fieldOf(resource, 'urn')))
    .map((urn) => ({ urn, name: nameOf(urn) }));
}

/**
 * File for `pulumi import` with what the cloud has of pending resources, inside components that the state has.
 *
 * With a security group come the rules that Neutron put into it, where the plan has the same.
 */
export function recoveryFile(
  pending: readonly PendingCreate[],
  existing: readonly ImportEntry[],
  urns: readonly string[],
): { readonly nameTable: Readonly<Record<string, string>>; readonly resources: ImportEntry[] } {
  const known = new Map(urns.map((urn) => [nameOf(urn), urn]));
  const isWanted = (name: string) =>
    pending.some((one) => name === one.name || name.startsWith(`${one.name}/`));
  const resources = existing.filter(
    ({ name, id }) => id !== undefined && !known.has(name) && isWanted(name),
  );
  const parents = new Set(resources.flatMap(({ parent }) => parent ?? []));
  const nameTable = [...known].filter(([name]) => parents.has(name));
  return { nameTable: Object.fromEntries(nameTable), resources };
}

/**
 * Brings a stack whose last update was killed back in line with the cloud, so that nothing is made twice.
 *
 * @param config Values under `capi-fleet:` that say what the stack holds, as JSON.
 * @param stop Asks to end, as an interrupt does.
 * @throws Error when the cloud or Pulumi refuses.
 */
export async function recover(
  stack: Stack,
  program: string,
  config: FleetStack['config'],
  stop: AbortSignal,
  onLine: (line: string) => void,
): Promise<void> {
  const { deployment } = await stack.exportStack();
  const pending = pendingCreates(deployment);
  if (pending.length === 0) return;
  onLine(`${pending.length} resources were being made when the last update was killed`);
  const entries = (await stack.getAllConfig())['capi-fleet:cloudEntries']?.value;
  const existing = await existingIn(program, config, entries);
  const content = recoveryFile(pending, existing, urnsOf(deployment));
  const run = (args: readonly string[]) => pulumi(stack, args, stop, onLine);
  stop.throwIfAborted();
  await run(['refresh', '--clear-pending-creates']);
  if (content.resources.length === 0) return;
  stop.throwIfAborted();
  const folder = mkdtempSync(join(tmpdir(), 'capi-fleet-'));
  try {
    const file = join(folder, 'import.json');
    writeFileSync(file, JSON.stringify(content));
    await run(['import', '--file', file, '--generate-code=false', '--protect=false']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Part of a fleet that a program is asked about, and how its clouds are reached. */
export type AskedPart = Pick<FleetCommand, 'selection' | 'entries'>;

/**
 * Part of a fleet that a stack holds.
 *
 * @param config Values under `capi-fleet:` that say what the stack holds, as JSON.
 * @param entries Value of `capi-fleet:cloudEntries`.
 */
export function askedPart(config: FleetStack['config'], entries: string | undefined): AskedPart {
  const names = (key: string) =>
    config[key] === undefined ? {} : { [key]: JSON.parse(config[key]) as string[] };
  return {
    selection: { ...names('clusters'), ...names('clouds') },
    ...(entries === undefined ? {} : { entries: JSON.parse(entries) as Record<string, string> }),
  };
}

/** What is in the clouds already under the planned names of a stack, where there is one of each. */
async function existingIn(
  program: string,
  config: FleetStack['config'],
  entries: string | undefined,
): Promise<readonly ImportEntry[]> {
  const part = askedPart(config, entries);
  const answer = await askProgram(program, { command: 'import', json: true, ...part });
  if (answer === undefined) throw new Error('the cloud could not be read');
  return (JSON.parse(answer) as ImportFile).resources;
}

/** Runs `pulumi` for what the Automation API does not have. */
function pulumi(
  { name, workspace: { workDir, envVars } }: Stack,
  args: readonly string[],
  signal: AbortSignal,
  onLine: (line: string) => void,
): Promise<void> {
  const usual = ['--yes', '--skip-preview', '--non-interactive', '--stack', name];
  const child = spawn('pulumi', [...args, ...usual], {
    cwd: workDir,
    env: { ...process.env, ...envVars },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += String(chunk);
      String(chunk).split('\n').forEach(onLine);
    });
  }
  signal.addEventListener('abort', () => child.kill('SIGINT'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(printed))));
  });
}

function urnsOf(deployment: unknown): readonly string[] {
  return fieldsIn(fieldOf(deployment, 'resources')).map(({ urn }) => String(urn));
}
