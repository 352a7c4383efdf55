import type { Suite } from '../suites';

/** What the command line asks for. */
export interface RunOptions {
  /** Whether every suite runs, those of the long ring too. */
  readonly all: boolean;
  /** Suites that are named. */
  readonly names: readonly string[];
  /** Minutes that a choice may take. */
  readonly minutes: number;
  /** Whether the choice is only printed. */
  readonly list: boolean;
  /** Arguments for mocha. */
  readonly mocha: readonly string[];
}

/** Minutes of a choice if the command line says nothing: what `.ci/run` has left after its builds. */
export const MINUTES = 40;

/** Usage of `npm run e2e --`. */
export const USAGE =
  'npm run e2e -- [--all | NAME... | --minutes N] [--list] [-- MOCHA ARGUMENT...]';

/**
 * Reads the command line of `npm run e2e`.
 *
 * @throws Error with what to type for an unknown option or suite
 */
export function runOptions(args: readonly string[], suites: readonly Suite[]): RunOptions {
  const end = args.indexOf('--');
  const own = end === -1 ? [...args] : args.slice(0, end);
  const mocha = end === -1 ? [] : args.slice(end + 1);
  const at = own.indexOf('--minutes');
  const minutes = at === -1 ? MINUTES : Number(own.splice(at, 2)[1]);
  if (!Number.isInteger(minutes)) throw new Error(`--minutes takes an integer\n${USAGE}`);
  const names = own.filter((word) => !word.startsWith('-'));
  const unknown = own.filter(
    (word) => !['--all', '--list'].includes(word) && !suites.some(({ name }) => name === word),
  );
  if (unknown.length > 0) {
    const known = suites.map(({ name }) => name).join(', ');
    throw new Error(`no suite ${unknown.join(', ')}; there are ${known}\n${USAGE}`);
  }
  const all = own.includes('--all');
  if (all && names.length > 0) throw new Error(`--all or names, not both\n${USAGE}`);
  return { all, names, minutes, list: own.includes('--list'), mocha };
}
