import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { endOf, InterruptedError, SIGNALLED } from './child-end';
import { nearestFile } from './nearest-file';
import { isTypeScript } from './program';
import { projectFolder } from './watch-files';

/** Stamps of files without type errors, by path. */
type Stamps = Readonly<Record<string, string>>;

const NOTHING: Stamps = {};

/**
 * Checks the types of a program and its imports with the project's own TypeScript; prints the errors.
 *
 * A check without errors is cached in `node_modules/.cache/capi-fleet`, and not repeated while all checked files are
 * unchanged. Without a tsconfig.json or an installed TypeScript, the check is skipped with a warning.
 *
 * @param consequence Consequence of an error for the command, for the message.
 * @returns Whether there are no type errors.
 */
export async function typeCheck(program: string, consequence: string): Promise<boolean> {
  if (!isTypeScript(program)) return true;
  const file = resolve(program);
  const config = nearestFile(dirname(file), 'tsconfig.json');
  const compiler = compilerFor(file);
  if (config === undefined || compiler === undefined) {
    const missing =
      config === undefined ? 'there is no tsconfig.json' : 'typescript is not installed';
    const fix = config === undefined ? 'npx tsc --init' : 'npm install --save-dev typescript';
    process.stderr.write(`warning: types are not checked because ${missing} (fix: ${fix})\n`);
    return true;
  }
  const cache = join(projectFolder(file), 'node_modules/.cache/capi-fleet', idOf(file));
  if (isUnchanged(readStamps(cache))) return true;
  mkdirSync(cache, { recursive: true });
  const own = join(cache, 'tsconfig.json');
  writeFileSync(own, JSON.stringify(configOf(file, config, cache)));
  const { code, output } = await compile(compiler, own);
  if (code > SIGNALLED) throw new InterruptedError(code);
  if (code === 0) {
    const files = [config, compiler, ...output.split('\n').map((line) => line.trim())];
    writeFileSync(join(cache, 'checked.json'), JSON.stringify(stampsOf(files.filter(existsSync))));
    return true;
  }
  const errors = output
    .split('\n')
    .filter((line) => !existsSync(line.trim()) || line.trim() === '');
  process.stderr.write(`${errors.join('\n').trim()}\n\n`);
  process.stderr.write(`type errors; ${consequence} (--no-type-check runs the program anyway)\n`);
  return false;
}

function compilerFor(file: string): string | undefined {
  try {
    const manifest = createRequire(file).resolve('typescript/package.json');
    return join(dirname(manifest), 'bin/tsc');
  } catch {
    return undefined;
  }
}

function configOf(file: string, config: string, cache: string): object {
  const compilerOptions = {
    noEmit: true,
    composite: false,
    incremental: true,
    tsBuildInfoFile: join(cache, 'build-info.json'),
    rootDir: null,
  };
  return { extends: config, compilerOptions, files: [file], include: [] };
}

async function compile(
  compiler: string,
  config: string,
): Promise<{ readonly code: number; readonly output: string }> {
  const pretty = process.stderr.isTTY === true && !process.env.NO_COLOR;
  const child = spawn(
    process.execPath,
    [compiler, '--project', config, '--listFiles', '--pretty', String(pretty)],
    { detached: true, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await endOf(child);
  return { code, output: Buffer.concat(chunks).toString() };
}

function idOf(file: string): string {
  return createHash('sha256').update(file).digest('hex').slice(0, 16);
}

function readStamps(cache: string): Stamps {
  try {
    return JSON.parse(readFileSync(join(cache, 'checked.json'), 'utf8')) as Stamps;
  } catch {
    return NOTHING;
  }
}

function stampsOf(files: readonly string[]): Stamps {
  return Object.fromEntries(files.map((file) => [file, stampOf(file)]));
}

function isUnchanged(stamps: Stamps): boolean {
  const files = Object.entries(stamps);
  return files.length > 0 && files.every(([file, stamp]) => stampOf(file) === stamp);
}

/** Size and modification time of a file, which change with it. */
function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.size} ${stat.mtimeMs}`;
}
