import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isDeviceName } from '../base/device-name';
import type { Issue } from '../base/errors';
import { write } from '../base/fix';
import { ObstacleError } from '../files/obstacle-error';
import { entryAt, kindOf } from '../files/plain-file';

/** File with the construct paths of all objects. */
export const CONSTRUCT_METADATA_FILE = 'construct-metadata.json';

/** Maximum number of parts of an output path. */
const DEEPEST = 3;

const PART = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** File extensions that tools for manifests read. */
export const FILE_EXTENSIONS: readonly string[] = ['.yaml', '.yml'];

/**
 * Tells whether a path, with slashes, is valid in the output.
 *
 * Valid are YAML files in the output folder, in the folder of a management cluster, or in one of its folders. Names that
 * tools and systems reserve, such as `.git`, are not valid.
 */
export function isOutputPath(path: string): boolean {
  if (path === CONSTRUCT_METADATA_FILE) return true;
  const parts = path.split('/');
  return (
    parts.length <= DEEPEST &&
    parts.every((part) => PART.test(part) && !isDeviceName(part)) &&
    FILE_EXTENSIONS.some((extension) => path.endsWith(extension))
  );
}

/** Checks the file extension of user charts. */
export function checkFileExtension(extension: string): readonly Issue[] {
  if (/^(?:\.[A-Za-z0-9_-]+)*\.ya?ml$/.test(extension)) return [];
  return [
    {
      path: 'Fleet',
      prop: 'outputFileExtension',
      given: extension,
      allowed: 'one or more dots with a word after each, ending in .yaml or .yml',
      fix: write('.k8s.yaml'),
      rule: 'fleet-file-extension',
    },
  ];
}

/**
 * Absolute path of a folder without symbolic links, whether or not the folder exists.
 *
 * @throws ObstacleError for a dangling link.
 */
export function realFolder(folder: string): string {
  const absolute = resolve(folder);
  if (existsSync(absolute)) return realpathSync(absolute);
  const stat = entryAt(absolute);
  if (stat !== undefined) throw new ObstacleError(absolute, deadEnd(stat), 'a folder');
  const above = dirname(absolute);
  return above === absolute ? absolute : join(realFolder(above), basename(absolute));
}

function deadEnd(stat: Parameters<typeof kindOf>[0]): string {
  return stat.isSymbolicLink() ? 'a dangling symbolic link' : kindOf(stat);
}
