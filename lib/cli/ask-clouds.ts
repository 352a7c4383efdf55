import type { FleetCommand } from '../provision/fleet-command';
import type { FleetStack } from './fleet-stacks';
import { askForText } from './program';
import type { StackValues } from './stack-values';

/** Stack to query the clouds for. */
export interface AskedStack {
  /** File of the program. */
  readonly program: string;
  /** Configuration under `capi-fleet:` that selects the contents of the stack, as JSON. */
  readonly config: FleetStack['config'];
  /** Configuration of the stack, including the access to its clouds. */
  readonly values: StackValues;
}

/**
 * Runs the program of a stack to query the clouds for its part of the fleet.
 *
 * @throws Error when the clouds cannot be read.
 */
export async function askClouds<Answer>(
  { program, config, values }: AskedStack,
  question: Pick<FleetCommand, 'command' | 'state'>,
): Promise<Answer> {
  const part = askedPart(config, values['capi-fleet:cloudEntries']);
  const answer = await askForText(program, { ...question, json: true, ...part });
  if (answer === undefined) throw new Error('the cloud could not be read');
  return JSON.parse(answer) as Answer;
}

/** Part of the fleet in a stack, and the entries of its clouds. */
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
