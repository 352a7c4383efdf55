import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { COMMAND_VARIABLE, type FleetCommand } from '../provision/fleet-command';
import { endOf, InterruptedError, SIGNALLED } from './child-end';

/** Whether a program is written in TypeScript. */
export function isTypeScript(program: string): boolean {
  return /\.[cm]?ts$/.test(program);
}

/** Runs a program with additional environment variables; returns its exit code. */
function runProgram(
  program: string,
  variables: Readonly<Record<string, string>>,
  output: 'stdout' | 'stderr',
): Promise<number> {
  const { PULUMI_CONFIG: _config, [COMMAND_VARIABLE]: _command, ...environment } = process.env;
  const child = spawn(process.execPath, [...nodeArguments(program), program], {
    detached: true,
    stdio: ['inherit', output === 'stdout' ? 1 : 2, 'inherit'],
    env: { ...environment, ...terminalWidth(), ...variables },
  });
  return endOf(child);
}

/** Width of the terminal in which the answer of a program is printed. */
function terminalWidth(): Readonly<Record<string, string>> {
  const { columns } = process.stdout;
  return columns === undefined ? {} : { COLUMNS: String(columns) };
}

/** Result of {@link askProgram}. */
export interface ProgramAnswer {
  /** Exit code of the program. */
  readonly code: number;
  /** Answer of the program, if any. */
  readonly text?: string;
}

/** Options of {@link askProgram}. */
export interface AskOptions {
  /** Additional environment variables. */
  readonly variables?: Readonly<Record<string, string>>;
  /**
   * Stream for the program's own output.
   *
   * @default - the standard error stream, so that it never mixes with the answer
   */
  readonly output?: 'stdout' | 'stderr';
}

/**
 * Runs a program with a command for its fleet.
 *
 * @throws InterruptedError when a signal ended it, Error when it succeeds without running its fleet.
 */
export async function askProgram(
  program: string,
  command: Omit<FleetCommand, 'file'>,
  { variables = {}, output = 'stderr' }: AskOptions = {},
): Promise<ProgramAnswer> {
  const folder = mkdtempSync(join(tmpdir(), 'capi-fleet-'));
  try {
    const file = join(folder, 'answer');
    const asked = { ...variables, [COMMAND_VARIABLE]: JSON.stringify({ ...command, file }) };
    const code = await runProgram(program, asked, output);
    if (code > SIGNALLED) throw new InterruptedError(code);
    if (existsSync(file)) return { code, text: readFileSync(file, 'utf8') };
    if (code !== 0) return { code };
    throw new Error(
      `${program} never runs its fleet\n  allowed: a program that ends in fleet.run()\n` +
        '  fix: call run() on the Fleet at its end',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks a program for a text; returns undefined if it failed and printed the reason. */
export async function askForText(
  program: string,
  command: Omit<FleetCommand, 'file'>,
): Promise<string | undefined> {
  const { code, text } = await askProgram(program, command);
  return code === 0 ? text : undefined;
}

/** Arguments of Node for a program; the tsx of the program's project is preferred. */
function nodeArguments(program: string): readonly string[] {
  if (!isTypeScript(program)) return [];
  const tsx = tryResolve('tsx', resolve(program)) ?? tryResolve('tsx', __filename);
  if (tsx !== undefined) return ['--import', pathToFileURL(tsx).href];
  throw new Error(
    `${program} is TypeScript, and tsx is missing\n` +
      '  allowed: JavaScript, or TypeScript with the package tsx installed\n' +
      '  fix: npm install --save-dev tsx',
  );
}

function tryResolve(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}
