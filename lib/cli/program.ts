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

/** Runs a program with some variables over the usual ones; gives its exit code. */
export function runProgram(
  program: string,
  variables: Readonly<Record<string, string>> = {},
  output: 'stdout' | 'stderr' = 'stdout',
): Promise<number> {
  const { PULUMI_CONFIG: _config, [COMMAND_VARIABLE]: _command, ...environment } = process.env;
  const child = spawn(process.execPath, [...nodeArguments(program), program], {
    detached: true,
    stdio: ['inherit', output === 'stdout' ? 1 : 2, 'inherit'],
    env: { ...environment, ...variables },
  });
  return endOf(child);
}

/**
 * Asks a program for a text. What it prints itself goes to the standard error stream, so that the two never mix.
 *
 * @returns Undefined where the program has printed why there is no answer.
 * @throws InterruptedError when a signal has ended it, Error when the program ends well without an answer.
 */
export async function askProgram(
  program: string,
  command: Omit<FleetCommand, 'file'>,
): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'capi-fleet-'));
  try {
    const file = join(folder, 'answer');
    const variables = { [COMMAND_VARIABLE]: JSON.stringify({ ...command, file }) };
    const code = await runProgram(program, variables, 'stderr');
    if (code > SIGNALLED) throw new InterruptedError(code);
    if (code !== 0) return undefined;
    if (existsSync(file)) return readFileSync(file, 'utf8');
    throw new Error(
      `${program} has no fleet\n  allowed: a program that ends in fleet.run()\n` +
        '  fix: call run() of the Fleet at its end',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Arguments of Node with which a program starts; tsx is taken from beside the program. */
function nodeArguments(program: string): readonly string[] {
  if (!isTypeScript(program)) return [];
  const tsx = tryResolve('tsx', resolve(program)) ?? tryResolve('tsx', __filename);
  if (tsx !== undefined) return ['--import', pathToFileURL(tsx).href];
  throw new Error(
    `${program} is TypeScript, and tsx is missing\n` +
      '  allowed: JavaScript, or TypeScript with the package tsx beside it\n' +
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
