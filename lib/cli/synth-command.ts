import type { Command } from 'commander';
import {
  type End,
  jsonOption,
  namesOption,
  newCommand,
  programArgument,
  programOf,
} from './command';
import { askProgram } from './program';
import { typeCheck } from './type-check';

interface SynthOptions {
  readonly only: readonly string[];
  readonly force?: true;
  readonly profile?: true;
  readonly json?: true;
  readonly typeCheck: boolean;
}

/** Writes the manifests of a fleet, or of some of its clusters. */
export function synthCommand(end: End): Command {
  return newCommand(
    'synth',
    'write the manifests of a fleet',
    'type-check and run the program, which writes the manifests of the fleet',
  )
    .addArgument(programArgument())
    .addOption(
      namesOption('--only <names>', 'write only these clusters, and leave all others as they are'),
    )
    .option(
      '--force',
      'take over the lock of a synth that cannot be seen from here, as in a container that is gone; a lock of a process that runs on this host is never taken over',
    )
    .option('--profile', 'print where the time went, by phase and by rule')
    .option('--no-type-check', 'run a TypeScript program without checking its types')
    .addOption(jsonOption('print what was written, or the mistakes, as JSON'))
    .action(async (named: string | undefined, options: SynthOptions) => {
      const program = programOf(named);
      if (options.typeCheck && !(await typeCheck(program, 'nothing was written'))) end(1);
      else end(await synth(program, options));
    });
}

async function synth(program: string, options: SynthOptions): Promise<number> {
  const json = options.json === true;
  const variables = {
    ...(options.only.length === 0 ? {} : { CAPI_FLEET_ONLY: options.only.join(',') }),
    ...(options.force === undefined ? {} : { CAPI_FLEET_FORCE: 'true' }),
    ...(options.profile === undefined ? {} : { CAPI_FLEET_PROFILE: 'true' }),
  };
  const { code, text = '' } = await askProgram(
    program,
    { command: 'synth', json, selection: {} },
    { variables, output: json ? 'stderr' : 'stdout' },
  );
  process.stdout.write(text);
  return code;
}
