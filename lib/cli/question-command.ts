import type { Command } from 'commander';
import type { FleetCommand } from '../provision/fleet-command';
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

interface QuestionOptions extends SelectionOptions {
  readonly json?: true;
}

/** Command that prints what a program answers about a part of its fleet. */
function questionCommand(
  end: End,
  name: FleetCommand['command'],
  summary: string,
  description: string,
): Command {
  const command = newCommand(name, summary, description).addArgument(programArgument());
  return selectionOptions(command)
    .addOption(jsonOption())
    .action(async (named: string | undefined, options: QuestionOptions) => {
      const json = options.json === true;
      const selection = selectionOf(options);
      end(print(await askForText(programOf(named), { command: name, json, selection })));
    });
}

/** Prints what `pulumi up` would create in the clouds. */
export function planCommand(end: End): Command {
  return questionCommand(
    end,
    'plan',
    'print what pulumi up would create, offline',
    'print what pulumi up would create in the clouds, without Pulumi, a cloud or credentials',
  );
}

/** Lists the clusters of a fleet. */
export function listCommand(end: End): Command {
  return questionCommand(
    end,
    'list',
    'list the clusters of a fleet',
    'list the clusters of a fleet with their clouds, versions, machines and addons',
  );
}
