import type { Command } from 'commander';
import { type End, jsonOption, newCommand, programArgument, programOf } from './command';
import { askProgram } from './program';
import { typeCheck } from './type-check';
import { onChange } from './watch-files';

interface CheckOptions {
  readonly watch?: true;
  readonly json?: true;
  readonly typeCheck: boolean;
}

/** Checks a fleet without writing anything. */
export function checkCommand(end: End): Command {
  return newCommand(
    'check',
    'check a fleet and write nothing',
    'type-check and run the program, and check the fleet against every rule and schema; nothing is written',
  )
    .addArgument(programArgument())
    .option(
      '--watch',
      'check again whenever a file of the project changes, until an interrupt (Ctrl-C)',
    )
    .option('--no-type-check', 'run a TypeScript program without checking its types')
    .addOption(jsonOption('print the mistakes as JSON'))
    .action(async (named: string | undefined, options: CheckOptions) => {
      const program = programOf(named);
      end(await check(program, options));
      if (options.watch === undefined) return;
      end(await onChange(program, async () => void (await check(program, options))));
    });
}

async function check(program: string, options: CheckOptions): Promise<number> {
  if (options.typeCheck && !(await typeCheck(program, 'the rules did not run'))) return 1;
  const json = options.json === true;
  const { code, text = '' } = await askProgram(
    program,
    { command: 'check', json, selection: {} },
    { output: json ? 'stderr' : 'stdout' },
  );
  process.stdout.write(text);
  return code;
}
