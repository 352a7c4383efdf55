import { spawnSync } from 'node:child_process';
import type { Stack } from '@pulumi/pulumi/automation';
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

/** Arguments of `pulumi refresh` that take over what the cloud has of pending resources, and forget the others. */
export function recoveryArguments(
  pending: readonly PendingCreate[],
  ids: ReadonlyMap<string, string>,
): readonly string[] {
  const found = pending.flatMap(({ urn, name }) => {
    const id = ids.get(name);
    return id === undefined ? [] : [urn, id];
  });
  return [
    ...['refresh', '--yes', '--skip-preview', '--non-interactive', '--clear-pending-creates'],
    ...found.flatMap((text) => ['--import-pending-creates', text]),
  ];
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
  const entries = (await stack.getAllConfig())['capi-fleet:cloudEntries']?.value;
  const ids = existingIn(program, config, entries);
  log(`${pending.length} resources were being made when the last update was killed`);
  const args = [...recoveryArguments(pending, ids), '--stack', name];
  const { workDir, envVars } = stack.workspace;
  const env = { ...process.env, ...envVars };
  const child = spawnSync('pulumi', args, { cwd: workDir, env, encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${child.stdout}\n${child.stderr}`);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
