import { type Command, InvalidArgumentError, Option } from 'commander';
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

interface ImportOptions extends SelectionOptions {
  readonly entry: Readonly<Record<string, string>>;
  readonly json?: true;
}

/** Lists what already exists in the clouds under planned names. */
export function importCommand(end: End): Command {
  const command = newCommand(
    'import',
    'list what already exists under planned names, for pulumi import',
    'list what already exists in the clouds under planned names, and how pulumi import takes it over; it reads the clouds and changes nothing',
  ).addArgument(programArgument());
  return selectionOptions(command)
    .addOption(
      new Option(
        '--entry <cloud=entry>',
        'entry of clouds.yaml for a cloud, once per cloud (default: OS_CLOUD, else the variables OS_*)',
      )
        .default({}, 'OS_CLOUD')
        .argParser(appendEntry),
    )
    .addOption(
      jsonOption(
        'print a file for pulumi import --file, with the components that hold the resources',
      ),
    )
    .action(async (named: string | undefined, options: ImportOptions) => {
      const json = options.json === true;
      const selection = selectionOf(options);
      const { entry: entries } = options;
      end(
        print(await askForText(programOf(named), { command: 'import', json, entries, selection })),
      );
    });
}

function appendEntry(
  text: string,
  before: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [cloud = '', name = '', ...rest] = text.split('=');
  if (cloud !== '' && name !== '' && rest.length === 0) return { ...before, [cloud]: name };
  throw new InvalidArgumentError('It takes CLOUD=ENTRY.');
}
