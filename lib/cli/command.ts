import { existsSync } from 'node:fs';
import { type Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { PlanSelection } from '../provision/selection';

/** Takes the exit code of a command. */
export type End = (code: number) => void;

/** Options that choose a part of a fleet. */
export interface SelectionOptions {
  /** Names of clusters. */
  readonly cluster: readonly string[];
  /** Names of clouds. */
  readonly cloud: readonly string[];
}

/** Files that are the program where none is named, in order of preference. */
const USUAL_PROGRAMS = ['fleet.ts', 'main.ts', 'fleet.mts', 'fleet.js', 'main.js', 'fleet.mjs'];

/** Command with a description for the overview and the help page. */
export function newCommand(name: string, summary: string, description = summary): Command {
  return new Command(name).summary(summary).description(`${capitalized(description)}.`);
}

/**
 * Argument for the program of a fleet.
 *
 * @throws InvalidArgumentError when the file does not exist.
 */
export function programArgument(): Argument {
  return new Command()
    .createArgument(
      '[program]',
      `TypeScript or JavaScript file that ends in fleet.run() (default: ${USUAL_PROGRAMS.slice(0, 2).join(' or ')})`,
    )
    .argParser(existing);
}

/**
 * Program that is named, or the usual one of the current folder.
 *
 * @throws UsageError when neither exists.
 */
export function programOf(named: string | undefined): string {
  const program = named ?? USUAL_PROGRAMS.find((file) => existsSync(file));
  if (program !== undefined) return program;
  throw new UsageError(
    `PROGRAM is missing, and this folder has neither ${USUAL_PROGRAMS.slice(0, 2).join(' nor ')}`,
  );
}

/** Mistake on the command line that no option parser finds; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Option for names, separated by commas or given several times; `without` says what its absence means. */
export function namesOption(flags: string, description: string, without = 'all'): Option {
  return new Option(flags, description).default([], without).argParser(appendNames);
}

/** Option for JSON on the standard output. */
export function jsonOption(
  description = 'print JSON; what the program itself prints goes to the standard error stream',
): Option {
  return new Option('--json', description);
}

/** Options for the clusters and clouds that a command is about. */
export function selectionOptions(command: Command, what = 'only'): Command {
  return command
    .addOption(namesOption('--cluster <names>', `${what} these clusters`))
    .addOption(
      namesOption(
        '--cloud <names>',
        `${what} these clouds, with all of their clusters unless --cluster names some`,
      ),
    );
}

/** Part of a fleet that options choose. */
export function selectionOf({ cluster, cloud }: SelectionOptions): PlanSelection {
  return {
    ...(cluster.length === 0 ? {} : { clusters: cluster }),
    ...(cloud.length === 0 ? {} : { clouds: cloud }),
  };
}

/** Parser of an option that takes an integer between two bounds. */
export function integerBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It takes an integer from ${least} to ${most}.`);
  };
}

/** Prints what a program answered; returns the exit code. */
export function print(answer: string | undefined): number {
  if (answer === undefined) return 1;
  process.stdout.write(answer);
  return 0;
}

function existing(file: string): string {
  if (existsSync(file)) return file;
  throw new InvalidArgumentError('There is no such file.');
}

function appendNames(text: string, before: readonly string[]): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== '')];
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
