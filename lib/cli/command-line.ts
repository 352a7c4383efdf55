import { styleText } from 'node:util';
import { Command, CommanderError } from 'commander';
import { libraryManifest } from '../base/library-manifest';
import { masked } from '../base/masking/mask';
import { checkCommand } from './check-command';
import { InterruptedError } from './child-end';
import { type End, UsageError } from './command';
import { explainCommand } from './explain-command';
import { imagesCommand } from './images-command';
import { importCommand } from './import-command';
import { initCommand } from './init-command';
import { kubeconfigCommand } from './kubeconfig-command';
import { listCommand, planCommand } from './question-command';
import { secretsCommand } from './secrets-command';
import { stacksCommand } from './stacks-command';
import { synthCommand } from './synth-command';

/** Exit code for wrong arguments. */
const USAGE_CODE = 2;
const COMPLETE = 'complete';

const NOTES = `
Exit codes: 0 success, 1 mistakes or failures, 2 wrong arguments, 130 interrupted (128 and the signal's number).
Completion: source <(capi-fleet complete bash), likewise for zsh, fish and powershell.`;

/** Streams of the process, or stand-ins for them. */
export interface Streams {
  /** Takes what was asked for. */
  readonly stdout: Stream;
  /** Takes everything else. */
  readonly stderr: Stream;
}

interface Stream {
  write(text: string): unknown;
  readonly columns?: number;
  readonly isTTY?: boolean;
}

/** Runs a command line; returns its exit code. */
export async function runCommandLine(args: readonly string[], streams: Streams): Promise<number> {
  let code = 0;
  const root = commandLine((given) => {
    code = given;
  }, streams);
  try {
    if (args[0] === COMPLETE) await addCompletion(root);
    await root.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return failureCode(error, streams.stderr);
  }
}

/** The command line with all of its commands. */
export function commandLine(end: End, streams: Streams): Command {
  const root = new Command('capi-fleet')
    .description(
      'Kubernetes fleets as one TypeScript program: manifests for Cluster API, and the clouds they run on.',
    )
    .version(libraryManifest().version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .configureOutput({
      writeOut: (text) => void streams.stdout.write(text),
      writeErr: (text) => void streams.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'capi-fleet: ')),
      getOutHasColors: () => hasColors(streams.stdout),
      getErrHasColors: () => hasColors(streams.stderr),
      getOutHelpWidth: () => streams.stdout.columns ?? 100,
      getErrHelpWidth: () => streams.stderr.columns ?? 100,
    })
    .configureHelp({
      styleTitle: (title) => styleText('bold', title),
      styleCommandText: (text) => styleText('cyan', text),
      styleOptionText: (text) => styleText('cyan', text),
    })
    .showHelpAfterError('(add --help for more)')
    .exitOverride()
    .addHelpText('after', NOTES);
  const commands = [
    initCommand(end),
    synthCommand(end),
    checkCommand(end),
    listCommand(end),
    explainCommand(end),
    secretsCommand(end),
    imagesCommand(end),
    kubeconfigCommand(end),
    planCommand(end),
    stacksCommand(end, 'preview'),
    stacksCommand(end, 'up'),
    stacksCommand(end, 'destroy'),
    importCommand(end),
  ];
  for (const command of commands) root.addCommand(command.copyInheritedSettings(root));
  return root;
}

/** Lets shells complete commands and options; `capi-fleet complete <shell>` prints the script for it. */
async function addCompletion(root: Command): Promise<void> {
  const { default: tab } = await import('@bomb.sh/tab/commander');
  tab(root);
}

/** Colors are for terminals, and for those who have not set `NO_COLOR`. */
function hasColors({ isTTY = false }: Stream): boolean {
  return isTTY && !process.env.NO_COLOR;
}

function failureCode(error: unknown, stderr: Stream): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_CODE;
  if (error instanceof InterruptedError) return error.code;
  if (!(error instanceof Error)) throw error;
  stderr.write(`capi-fleet: ${masked(error.message)}\n`);
  if (!(error instanceof UsageError)) return 1;
  stderr.write('(add --help for more)\n');
  return USAGE_CODE;
}
