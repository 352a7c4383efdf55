import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CommandName, USAGES } from './usage';

/** A mistake on the command line, with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Options that a command takes, as `parseArgs` wants them. */
export type OptionTypes = Readonly<
  Record<
    string,
    { readonly type: 'string'; readonly multiple: true } | { readonly type: 'boolean' }
  >
>;

/** Values of options, each as often as it was given. */
export type OptionValues = Readonly<Record<string, readonly string[]>>;

/** A command of the command line. */
export interface Command {
  /** Options besides `--help`. */
  readonly options: OptionTypes;
  /** Runs it with a program that exists; gives the exit code. */
  run(program: string, values: OptionValues): number | Promise<number>;
}

/** Option whose values are separated by commas, or given by several of it. */
export const LIST = Object.freeze({ type: 'string', multiple: true } as const);
/** Option without a value. */
export const FLAG = Object.freeze({ type: 'boolean' } as const);

/** What is wanted of a command. */
export type Wanted =
  | { readonly kind: 'help' }
  | { readonly kind: 'run'; readonly program: string; readonly values: OptionValues };

/**
 * Reads the arguments of a command.
 *
 * @throws UsageError with what is wrong with them.
 */
export function readArguments(
  name: CommandName,
  { options }: Command,
  args: readonly string[],
): Wanted {
  const { values, positionals } = parsed(name, options, args);
  if (values.help !== undefined) return { kind: 'help' };
  const [program, ...rest] = positionals;
  if (program === undefined) throw new UsageError('PROGRAM is missing');
  if (rest.length > 0) {
    throw new UsageError(`there is more than one PROGRAM: ${positionals.join(', ')}`);
  }
  if (!existsSync(program)) throw new UsageError(`there is no file ${program}`);
  return { kind: 'run', program, values };
}

/** Names in the values of an option. */
export function namesIn(values: OptionValues, option: string): readonly string[] {
  return (values[option] ?? []).flatMap((value) => value.split(',')).filter((name) => name !== '');
}

/** Last value of an option that takes one. */
export function lastOf(values: OptionValues, option: string): string | undefined {
  return values[option]?.at(-1);
}

function parsed(name: CommandName, options: OptionTypes, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean' } },
    });
    return { values: textValues(values), positionals };
  } catch (error) {
    throw isArgumentError(error) ? new UsageError(shortMessage(name, error.message)) : error;
  }
}

function textValues(
  values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>,
): OptionValues {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).map(String)]),
  );
}

function isArgumentError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
  );
}

/** What Node says, without its advice on arguments that begin with a dash. */
function shortMessage(name: CommandName, message: string): string {
  const [, option] = /^Unknown option '(.*?)'/.exec(message) ?? [];
  if (option === undefined) return message.split(/\. (?=To specify)|\n/)[0] ?? message;
  const known = [...USAGES[name].matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, one]) => one);
  const list = [...known, '--help'].join(', ');
  return `${name} has no option ${option}; it has ${list}`;
}
