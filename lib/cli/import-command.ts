import { type Command, FLAG, LIST, type OptionValues, UsageError } from './command';
import { print, selectionOf } from './plan-command';
import { askProgram } from './program';

/** Lists what is in the clouds already under planned names. */
export const importCommand: Command = {
  options: { cluster: LIST, cloud: LIST, entry: LIST, json: FLAG },

  async run(program, values) {
    const json = values.json !== undefined;
    const entries = entriesOf(values);
    const selection = selectionOf(values);
    return print(await askProgram(program, { command: 'import', json, entries, selection }));
  },
};

function entriesOf({ entry = [] }: OptionValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entry.map((text) => {
      const [cloud = '', name = '', ...rest] = text.split('=');
      if (cloud !== '' && name !== '' && rest.length === 0) return [cloud, name];
      throw new UsageError(`--entry is ${JSON.stringify(text)}: it takes CLOUD=ENTRY`);
    }),
  );
}
