import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { load } from 'js-yaml';
import { programFile } from '../base/library-folder';
import { nearestFile } from './nearest-file';
import { isTypeScript } from './program';

/** Pulumi project of a program. */
export interface PulumiProject {
  /** Folder of the project. */
  readonly folder: string;
  /** Settings to write if there is no project yet. */
  readonly settings?: ProjectSettings;
  /** Value of `capi-fleet:program`, if the main program of the project loads a fleet by file name. */
  readonly program?: string;
}

/** Settings of a project, as in `Pulumi.yaml`. */
export interface ProjectSettings {
  /** Name of the project. */
  name: string;
  /** Program that Pulumi runs. */
  main: string;
  /** Runtime of the program. */
  runtime: { name: string; options: Record<string, string | boolean> };
  /** Options of operations. */
  options: { refresh: 'always' };
}

const FILES = ['Pulumi.yaml', 'Pulumi.yml', 'Pulumi.json'];
/** Program of this package that loads the fleet that the configuration of a stack names. */
const LOADER = programFile('stacks/index');

/**
 * Finds the project of a program: the nearest one above it, otherwise a new one next to it.
 *
 * @throws Error when the project runs another program, so that plan and stacks would differ.
 */
export function projectOf(program: string): PulumiProject {
  const file = resolve(program);
  const folder = projectFolder(dirname(file));
  if (folder === undefined) return { folder: dirname(file), settings: settingsFor(file) };
  const main = mainOf(folder);
  if (main === undefined || isSame(main, file)) return { folder };
  if (isSame(main, LOADER)) return { folder, program: relative(folder, file) };
  throw new Error(
    `main of ${join(folder, 'Pulumi.yaml')} is ${relative(folder, main)}, not ${relative(folder, file)}\n` +
      '  allowed: the program of this command, so that plan and stacks agree\n' +
      `  fix: pass ${relative(process.cwd(), main)}, or give ${basename(file)} its own folder and Pulumi.yaml`,
  );
}

function projectFolder(folder: string): string | undefined {
  const file = nearestFile(folder, ...FILES);
  return file === undefined ? undefined : dirname(file);
}

/** Program that a project runs; undefined if only Pulumi can find it. */
function mainOf(folder: string): string | undefined {
  const name = FILES.find((one) => existsSync(join(folder, one))) ?? '';
  const settings = load(readFileSync(join(folder, name), 'utf8'));
  const main =
    typeof settings === 'object' && settings !== null && 'main' in settings ? settings.main : '.';
  const place = resolve(folder, String(main));
  const candidates = [place, `${place}.ts`, `${place}.js`, join(place, 'index.ts')];
  return candidates.find((one) => existsSync(one) && statSync(one).isFile()) ?? resolved(place);
}

function resolved(place: string): string | undefined {
  try {
    return createRequire(join(place, 'package.json')).resolve(place);
  } catch {
    return undefined;
  }
}

/** Whether two paths are the same file, also through links, which package managers create. */
function isSame(one: string, other: string): boolean {
  return existsSync(other) && realpathSync(one) === realpathSync(other);
}

function settingsFor(file: string): ProjectSettings {
  const folder = dirname(file);
  const nodeargs = isTypeScript(file) ? { nodeargs: '--import tsx' } : {};
  return {
    name: basename(folder).replace(/[^A-Za-z0-9_.-]/g, '-') || 'fleet',
    main: relative(folder, file),
    runtime: { name: 'nodejs', options: { typescript: false, ...nodeargs } },
    options: { refresh: 'always' },
  };
}
