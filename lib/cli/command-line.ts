import { masked } from '../base/masking/mask';
import { InterruptedError } from './child-end';
import { type Command, readArguments, UsageError } from './command';
import { imagesCommand } from './images-command';
import { importCommand } from './import-command';
import { planCommand } from './plan-command';
import { secretsCommand } from './secrets-command';
import { stacksCommand } from './stacks-command';
import { synthCommand } from './synth-command';
import { type CommandName, OVERVIEW, USAGES } from './usage';

/** Every command by its name. */
export const COMMANDS: Readonly<Record<CommandName, Command>> = Object.freeze({
  synth: synthCommand,
  plan: planCommand,
  import: importCommand,
  secrets: secretsCommand,
  images: imagesCommand,
  up: stacksCommand('up'),
  preview: stacksCommand('preview'),
  destroy: stacksCommand('destroy'),
});

/** Streams that are written to, those of the process. */
export interface Streams {
  /** What was asked for. */
  readonly stdout: { write(text: string): unknown };
  /** What else there is to say. */
  readonly stderr: { write(text: string): unknown };
}

/** Runs a command line; gives its exit code. */
export async function runCommandLine(
  [name, ...args]: readonly string[],
  { stdout, stderr }: Streams,
): Promise<number> {
  if (name === '--help') return say(stdout, OVERVIEW, 0);
  if (name === undefined) return say(stderr, OVERVIEW, 2);
  if (!isCommand(name)) {
    return say(stderr, `capi-fleet: there is no command ${name}\n${OVERVIEW}`, 2);
  }
  try {
    const wanted = readArguments(name, COMMANDS[name], args);
    if (wanted.kind === 'help') return say(stdout, USAGES[name], 0);
    return await COMMANDS[name].run(wanted.program, wanted.values);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof InterruptedError) return error.code;
    if (error instanceof UsageError) {
      return say(stderr, `capi-fleet: ${masked(error.message)}\n${USAGES[name]}`, 2);
    }
    return say(stderr, `capi-fleet: ${masked(error.message)}\n`, 1);
  }
}

function isCommand(text: string): text is CommandName {
  return Object.hasOwn(COMMANDS, text);
}

function say(stream: Streams['stdout'], text: string, code: number): number {
  stream.write(text);
  return code;
}
