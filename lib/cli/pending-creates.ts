import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deployment, Stack } from '@pulumi/pulumi/automation';
import { mapsIn, valueAt } from '../base/value-at';
import type { ImportEntry, ImportFile } from '../provision/import-file';
import { nameOf } from '../provision/stack-state';
import { type AskedStack, askClouds } from './ask-clouds';
import type { Following } from './stack-operations';

/** Resource that a killed update was creating: the cloud may have it, but the state does not. */
export interface PendingCreate {
  /** URN, which includes the parents. */
  readonly urn: string;
  /** Name in the plan. */
  readonly name: string;
}

/** Resources that a killed update was creating, from an exported stack. */
export function pendingCreates(deployment: unknown): readonly PendingCreate[] {
  return mapsIn(valueAt(deployment, 'pending_operations'))
    .filter(({ type }) => type === 'creating')
    .map(({ resource }) => String(valueAt(resource, 'urn')))
    .map((urn) => ({ urn, name: nameOf(urn) }));
}

/** File for `pulumi import` that refers to components in the state. */
export interface RecoveryFile extends ImportFile {
  /** URNs of the parent components, by their names. */
  readonly nameTable: Readonly<Record<string, string>>;
}

/**
 * Makes a file for `pulumi import` with the pending resources that exist in the cloud.
 *
 * A security group includes the rules that Neutron created in it, if they are planned.
 */
export function recoveryFile(
  pending: readonly PendingCreate[],
  existing: readonly ImportEntry[],
  urns: readonly string[],
): RecoveryFile {
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
 * Synchronizes a stack whose last update was killed with the cloud, so that nothing is created twice.
 *
 * @param exported State of the stack.
 * @returns State of the stack afterwards.
 * @throws Error when the cloud or Pulumi refuses.
 */
export async function recover(
  stack: Stack,
  exported: Deployment,
  asked: AskedStack,
  following: Following,
): Promise<Deployment> {
  const { signal, onLine } = following;
  const pending = pendingCreates(exported.deployment);
  if (pending.length === 0) return exported;
  onLine(`${pending.length} resources were being created when the last update was killed`);
  const existing = await askClouds<ImportFile>(asked, { command: 'import' });
  const content = recoveryFile(pending, existing.resources, urnsOf(exported.deployment));
  signal.throwIfAborted();
  await pulumi(stack, ['refresh', '--clear-pending-creates'], following);
  if (content.resources.length > 0) {
    signal.throwIfAborted();
    await takeOver(stack, content, following);
  }
  return stack.exportStack();
}

/** Imports the resources of a file with `pulumi import`. */
async function takeOver(stack: Stack, content: RecoveryFile, following: Following): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'capi-fleet-'));
  try {
    const file = join(folder, 'import.json');
    writeFileSync(file, JSON.stringify(content));
    const flags = ['--generate-code=false', '--protect=false'];
    await pulumi(stack, ['import', '--file', file, ...flags], following);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `pulumi` for operations that the Automation API does not have. */
function pulumi(
  { name, workspace: { workDir, envVars } }: Stack,
  args: readonly string[],
  { signal, onLine }: Following,
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
  return mapsIn(valueAt(deployment, 'resources')).map(({ urn }) => String(urn));
}
