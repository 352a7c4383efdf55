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

interface ListOptions extends SelectionOptions {
  readonly json?: true;
}

/** Lists the clusters of a fleet. */
export function listCommand(end: End): Command {
  const command = newCommand(
    'list',
    'list the clusters of a fleet',
    'list the clusters of a fleet with their clouds, versions, machines and addons',
  ).addArgument(programArgument());
  return selectionOptions(command)
    .addOption(jsonOption())
    .action(async (named: string | undefined, options: ListOptions) => {
      const json = options.json === true;
      const selection = selectionOf(options);
      end(print(await askForText(programOf(named), { command: 'list', json, selection })));
    });
}
