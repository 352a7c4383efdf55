import type { FleetCommand } from '../provision/fleet-command';
import type { FleetStack } from './fleet-stacks';
import { askProgram } from './program';
import type { StackValues } from './stack-values';

/** Stack of whose part of a fleet a program is asked. */
export interface AskedStack {
  /** File of the program. */
  readonly program: string;
  /** Values under `capi-fleet:` that say what the stack holds, as JSON. */
  readonly config: FleetStack['config'];
  /** Its configuration, which says how its clouds are reached. */
  readonly values: StackValues;
}

/**
 * Asks the program of a stack what the clouds have of its part of the fleet.
 *
 * @throws Error when the clouds cannot be read.
 */
export async function askClouds<Answer>(
  { program, config, values }: AskedStack,
  question: Pick<FleetCommand, 'command' | 'state'>,
): Promise<Answer> {
  const part = askedPart(config, values['capi-fleet:cloudEntries']);
  const answer = await askProgram(program, { ...question, json: true, ...part });
  if (answer === undefined) throw new Error('the cloud could not be read');
  return JSON.parse(answer) as Answer;
}

/** Part of a fleet that a stack holds, and how its clouds are reached. */
function askedPart(
  config: FleetStack['config'],
  entries: string | undefined,
): Pick<FleetCommand, 'selection' | 'entries'> {
  const names = (key: string) =>
    config[key] === undefined ? {} : { [key]: JSON.parse(config[key]) as string[] };
  return {
    selection: { ...names('clusters'), ...names('clouds') },
    ...(entries === undefined ? {} : { entries: JSON.parse(entries) as Record<string, string> }),
  };
}
