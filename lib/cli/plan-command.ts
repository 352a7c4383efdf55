import type { Command } from 'commander';
import {
  type End,
  jsonOption,
  newCommand,
  print,
  programArgument,
  programOf,
  type SelectionOptions,
  selectionOf,
  selectionOptions,
} from './command';
import { askForText } from './program';

interface PlanOptions extends SelectionOptions {
  readonly json?: true;
}

/** Prints what `pulumi up` would create in the clouds. */
export function planCommand(end: End): Command {
  const command = newCommand(
    'plan',
    'print what pulumi up would create, offline',
    'print what pulumi up would create in the clouds, without Pulumi, a cloud or credentials',
  ).addArgument(programArgument());
  return selectionOptions(command)
    .addOption(jsonOption())
    .action(async (named: string | undefined, options: PlanOptions) => {
      const json = options.json === true;
      const selection = selectionOf(options);
      end(print(await askForText(programOf(named), { command: 'plan', json, selection })));
    });
}
