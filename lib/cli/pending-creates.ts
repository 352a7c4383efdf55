import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stack } from '@pulumi/pulumi/automation';
import type { ImportEntry } from '../openstack/import-lines';
import type { FleetStack } from './fleet-stacks';
import { existingIn } from './program';

/** Resource that an update was making when it was killed: the cloud may have it, the state has not. */
export interface PendingCreate {
  /** Name of the resource with those around it. */
  readonly urn: string;
  /** Name in the plan. */
  readonly name: string;
}

/** Resources that a killed update was making, from an exported stack. */
export function pendingCreates(deployment: unknown): readonly PendingCreate[] {
  const operations = field(deployment, 'pending_operations');
  if (!Array.isArray(operations)) return [];
  return operations
    .filter((operation) => field(operation, 'type') === 'creating')
    .map((operation) => String(field(field(operation, 'resource'), 'urn')))
    .map((urn) => ({ urn, name: urn.split('::').at(-1) ?? urn }));
}

/** File for `pulumi import` with what the cloud has of pending resources, inside components that the state has. */
export function recoveryFile(
  pending: readonly PendingCreate[],
  existing: readonly ImportEntry[],
  urns: readonly string[],
): { readonly nameTable: Readonly<Record<string, string>>; readonly resources: ImportEntry[] } {
  const wanted = new Set(pending.map(({ name }) => name));
  const resources = existing.filter(({ name, id }) => id !== undefined && wanted.has(name));
  const parents = new Set(resources.flatMap(({ parent }) => parent ?? []));
  const nameTable = urns
    .map((urn) => [urn.split('::').at(-1) ?? urn, urn] as const)
    .filter(([name]) => parents.has(name));
  return { nameTable: Object.fromEntries(nameTable), resources };
}

/**
 * Brings a stack whose last update was killed back in line with the cloud, so that nothing is made twice.
 *
 * @throws Error when the cloud or Pulumi refuses.
 */
export async function recover(
  stack: Stack,
  { config, name }: FleetStack,
  program: string,
  log: (text: string) => void,
): Promise<void> {
  const { deployment } = await stack.exportStack();
  const pending = pendingCreates(deployment);
  if (pending.length === 0) return;
  log(`${pending.length} resources were being made when the last update was killed`);
  const entries = (await stack.getAllConfig())['capi-fleet:cloudEntries']?.value;
  const content = recoveryFile(pending, existingIn(program, config, entries), urnsOf(deployment));
  const usual = ['--yes', '--skip-preview', '--non-interactive', '--stack', name];
  pulumi(stack, ['refresh', '--clear-pending-creates', ...usual]);
  if (content.resources.length === 0) return;
  const folder = mkdtempSync(join(tmpdir(), 'capi-fleet-'));
  try {
    const file = join(folder, 'import.json');
    writeFileSync(file, JSON.stringify(content));
    pulumi(stack, [
      ...['import', '--file', file, '--generate-code=false', '--protect=false'],
      ...usual,
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pulumi({ workspace: { workDir, envVars } }: Stack, args: readonly string[]): void {
  const env = { ...process.env, ...envVars };
  const child = spawnSync('pulumi', args, { cwd: workDir, env, encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${child.stdout}\n${child.stderr}`);
}

function urnsOf(deployment: unknown): readonly string[] {
  const resources = field(deployment, 'resources');
  return Array.isArray(resources) ? resources.map((one) => String(field(one, 'urn'))) : [];
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
