import { type Command, FLAG, LIST, namesIn, type OptionValues } from './command';
import { askProgram } from './program';

/** Prints what `pulumi up` makes in the clouds. */
export const planCommand: Command = {
  options: { cluster: LIST, cloud: LIST, json: FLAG },

  async run(program, values) {
    const json = values.json !== undefined;
    return print(
      await askProgram(program, { command: 'plan', json, selection: selectionOf(values) }),
    );
  },
};

/** Part of a fleet that options choose. */
export function selectionOf(values: OptionValues) {
  const clusters = namesIn(values, 'cluster');
  const clouds = namesIn(values, 'cloud');
  return {
    ...(clusters.length === 0 ? {} : { clusters }),
    ...(clouds.length === 0 ? {} : { clouds }),
  };
}

/** Prints what a program answered; gives the exit code. */
export function print(answer: string | undefined): number {
  if (answer === undefined) return 1;
  process.stdout.write(answer);
  return 0;
}
