import type { PlanSelection } from './selection';
import type { StateResource } from './stack-state';

/** What the command line asks a program for, besides writing its tree. */
export interface FleetCommand {
  /**
   * What to do: print what `pulumi up` makes, what of that is in the clouds already, what of it a stack has replaced,
   * which Secrets are needed, or which images are pulled.
   */
  readonly command: 'plan' | 'import' | 'replaced' | 'secrets' | 'images';
  /** Whether JSON is written rather than a text for people. */
  readonly json: boolean;
  /** Entries of `clouds.yaml` by the names of clouds, for what looks into clouds. */
  readonly entries?: Readonly<Record<string, string>>;
  /** Resources of a stack of which something is replaced, for what compares them with the plan. */
  readonly state?: readonly StateResource[];
  /** File that gets the answer; absent writes it to the standard output. */
  readonly file?: string;
  /** Part of the fleet that is asked for. */
  readonly selection: PlanSelection;
}

/** Variable in which the command line asks a program for something. */
export const COMMAND_VARIABLE = 'CAPI_FLEET_COMMAND';

/** Reads what the command line asks for; undefined where a program runs by itself. */
export function fleetCommand(
  environment: Readonly<Record<string, string | undefined>>,
): FleetCommand | undefined {
  const text = environment[COMMAND_VARIABLE];
  return text === undefined ? undefined : (JSON.parse(text) as FleetCommand);
}
