import type { PlanSelection } from './selection';
import type { StateResource } from './stack-state';

/** Request of the command line to a program. */
export interface FleetCommand {
  /**
   * What to do: write the tree, check without writing, list the clusters, print what `pulumi up` creates, what of that already
   * exists in the clouds, what of it a stack replaced, which Secrets are needed, which images are pulled, or nothing for a
   * test that loads the program.
   */
  readonly command:
    | 'synth'
    | 'check'
    | 'list'
    | 'plan'
    | 'import'
    | 'replaced'
    | 'secrets'
    | 'images'
    | 'none';
  /** Whether JSON is written rather than text for people. */
  readonly json: boolean;
  /** Entries of `clouds.yaml` by cloud name, for commands that read from clouds. */
  readonly entries?: Readonly<Record<string, string>>;
  /** Resources of a stack that has replaced some, for the command that compares them with the plan. */
  readonly state?: readonly StateResource[];
  /** File for the answer; absent for the standard output. */
  readonly file?: string;
  /** Requested part of the fleet. */
  readonly selection: PlanSelection;
}

/** Environment variable with the request of the command line to a program. */
export const COMMAND_VARIABLE = 'CAPI_FLEET_COMMAND';

/** Reads the request of the command line; undefined if a program runs by itself. */
export function fleetCommand(
  environment: Readonly<Record<string, string | undefined>>,
): FleetCommand | undefined {
  const text = environment[COMMAND_VARIABLE];
  return text === undefined ? undefined : (JSON.parse(text) as FleetCommand);
}
